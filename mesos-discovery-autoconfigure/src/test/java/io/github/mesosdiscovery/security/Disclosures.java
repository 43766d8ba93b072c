package io.github.mesosdiscovery.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.management.JMException;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that an application says of itself to those who ask, by where it says it.
 */
final class Disclosures {

	private final ConfigurableApplicationContext context;

	private final Map<String, String> all = new LinkedHashMap<>();

	private Disclosures(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static Map<String, String> of(ConfigurableApplicationContext context) {
		Disclosures disclosures = new Disclosures(context);
		try {
			disclosures.overHttp();
			disclosures.overJmx();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (JMException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		disclosures.inside();
		return disclosures.all;
	}

	private void overHttp() throws IOException, InterruptedException {
		HttpClient client = HttpClient.newHttpClient();
		String root = "http://localhost:" + this.context.getEnvironment().getProperty("local.server.port")
				+ "/actuator";
		JsonNode links = JsonMapper.shared().readTree(get(client, root)).get("_links");
		List<String> urls = new ArrayList<>();
		links.forEach((link) -> urls.add(link.get("href").asString()));
		urls.add(root + "/env/mesos.discovery.zk");
		urls.add(root + "/env/mesos.discovery.zk.password");
		urls.add(root + "/env/mesos.discovery.clusters.east.zk");
		urls.add(root + "/env/mesos.discovery.clusters.east.zk.password");
		urls.add(root + "/configprops/mesos.discovery");
		urls.add(root + "/mesos/east");
		for (String url : urls) {
			if (!url.contains("{") && !url.endsWith("heapdump")) {
				this.all.put(url, get(client, url));
			}
		}
	}

	private static String get(HttpClient client, String url) throws IOException, InterruptedException {
		return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString()).body();
	}

	private void overJmx() throws JMException {
		MBeanServer server = ManagementFactory.getPlatformMBeanServer();
		for (ObjectName name : server.queryNames(new ObjectName("org.springframework.boot:type=Endpoint,*"), null)) {
			for (MBeanOperationInfo operation : server.getMBeanInfo(name).getOperations()) {
				Object[] arguments = new Object[operation.getSignature().length];
				String[] types = new String[arguments.length];
				for (int i = 0; i < types.length; i++) {
					types[i] = operation.getSignature()[i].getType();
				}
				boolean reads = !operation.getReturnType().equals("void")
						&& operation.getImpact() != MBeanOperationInfo.ACTION && !name.toString().contains("Heapdump");
				if (reads) {
					try {
						this.all.put(name + "." + operation.getName() + List.of(types),
								String.valueOf(server.invoke(name, operation.getName(), arguments, types)));
					}
					catch (JMException | RuntimeException ex) {
						this.all.put(name + "." + operation.getName() + List.of(types), ex + " " + ex.getCause());
					}
				}
			}
		}
	}

	private void inside() {
		for (String name : this.context.getBeanDefinitionNames()) {
			if (this.context.getBeanFactory().isSingleton(name)) {
				this.all.put("bean " + name, String.valueOf(this.context.getBean(name)));
			}
		}
		Thread.getAllStackTraces()
			.keySet()
			.forEach((thread) -> this.all.put("thread " + thread.getName(), thread + " " + thread.getThreadGroup()));
		this.context.getBeanProvider(MeterRegistry.class)
			.forEach((registry) -> registry.getMeters()
				.forEach((meter) -> this.all.put("meter " + meter.getId(), meter.getId() + " " + meter.measure())));
	}

}
