package io.github.mesosdiscovery.sample.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.sample.SampleApplication;
import io.github.mesosdiscovery.test.TestMesosCluster;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application with the cluster of a test.
 */
final class RunningSample implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	RunningSample(TestMesosCluster cluster, String... properties) {
		this(0, cluster, properties);
	}

	RunningSample(int port, TestMesosCluster cluster, String... properties) {
		List<String> args = new ArrayList<>(List.of(properties));
		args.add("--server.port=" + port);
		args.add("--mesos.discovery.zk=" + cluster.mechanism());
		this.context = SampleApplication.run(args.toArray(String[]::new));
	}

	int port() {
		return Integer.parseInt(Objects.requireNonNull(this.context.getEnvironment().getProperty("local.server.port")));
	}

	String url() {
		return "http://localhost:" + port() + "/";
	}

	MesosMasterLocator locator() {
		return this.context.getBean(MesosMasterLocator.class);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
