package io.github.mesosdiscovery.autoconfigure;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.joran.spi.JoranException;
import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.faults.FaultProxy;
import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.test.junit.MesosCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The documented logger levels keep the lines of ZooKeeper's client out of the log, and
 * leave those of the library in it.
 */
@Timeout(120)
@MesosCluster(masters = 1)
@ExtendWith(OutputCaptureExtension.class)
class LogLevelsDocumentTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "troubleshooting.md");

	private static final Pattern BLOCK = Pattern
		.compile("## The log fills with stack traces\n.*?```properties\n(.*?)```", Pattern.DOTALL);

	private static final int FEW = 10;

	@AfterEach
	void restoreLevels() throws JoranException {
		LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
		context.reset();
		new ContextInitializer(context).autoConfig();
	}

	@Test
	void anOutageIsLoggedInAFewLines(TestMesosCluster cluster, CapturedOutput output) throws IOException {
		try (FaultProxy proxy = FaultProxy.to(cluster.port());
				ConfigurableApplicationContext context = run(mechanism(proxy, cluster), "1s")) {
			awaitState(context, ConnectionState.CONNECTED);
			proxy.cut();
			awaitState(context, ConnectionState.DISCONNECTED);
			await().during(Duration.ofSeconds(4)).atMost(Duration.ofSeconds(20)).until(() -> proxy.connections() == 0);
			proxy.restore();
			// From here on each attempt is accepted, and ends before a session begins.
			proxy.silence();
			int accepted = proxy.accepted();
			await().atMost(Duration.ofSeconds(30)).until(() -> {
				proxy.reset();
				return proxy.accepted() > accepted + 5;
			});
			proxy.restore();
			awaitState(context, ConnectionState.CONNECTED);
		}
		assertFewLines(output);
	}

	@Test
	void aHostThatCannotBeResolvedIsLoggedInAFewLines(CapturedOutput output) throws IOException {
		try (ConfigurableApplicationContext context = run("zk://no-such-host.invalid:2181/mesos", "1s")) {
			awaitState(context, ConnectionState.DISCONNECTED);
			remains(context, ConnectionState.DISCONNECTED);
		}
		assertFewLines(output);
	}

	@Test
	void aServerWithoutTlsIsLoggedInAFewLines(TestMesosCluster cluster, CapturedOutput output) throws IOException {
		try (ConfigurableApplicationContext context = run(cluster.mechanism(), "1s",
				"--mesos.discovery.zk.ssl.enabled=true")) {
			awaitState(context, ConnectionState.DISCONNECTED);
			remains(context, ConnectionState.DISCONNECTED);
		}
		assertFewLines(output);
	}

	@Test
	void aWrongBufferSizeIsLoggedInAFewLines(TestMesosCluster cluster, CapturedOutput output) throws IOException {
		System.setProperty("jute.maxbuffer", "4MB");
		try (ConfigurableApplicationContext context = run(cluster.mechanism(), "1s")) {
			awaitState(context, ConnectionState.DISCONNECTED);
			remains(context, ConnectionState.DISCONNECTED);
		}
		finally {
			System.clearProperty("jute.maxbuffer");
		}
		assertFewLines(output);
	}

	private static String mechanism(FaultProxy proxy, TestMesosCluster cluster) {
		return "zk://" + proxy.connectString() + cluster.path();
	}

	private static ConfigurableApplicationContext run(String mechanism, String sessionTimeout, String... more)
			throws IOException {
		SpringApplicationBuilder application = new SpringApplicationBuilder(ConnectionDetailsTests.Application.class)
			.web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "spring.main.log-startup-info=false", "logging.level.root=info",
					"logging.level.org.apache.zookeeper=info", "logging.level.org.apache.curator=info",
					"mesos.discovery.zk=" + mechanism, "mesos.discovery.zk.session-timeout=" + sessionTimeout);
		return application.properties(documented()).run(more);
	}

	private static Properties documented() throws IOException {
		Matcher block = BLOCK.matcher(Files.readString(DOCUMENT));
		assertThat(block.find()).isTrue();
		Properties levels = new Properties();
		levels.load(new StringReader(block.group(1)));
		assertThat(levels.stringPropertyNames()).isNotEmpty().allMatch((name) -> name.startsWith("logging.level."));
		return levels;
	}

	private static void awaitState(ConfigurableApplicationContext context, ConnectionState state) {
		MesosMasterLocator locator = context.getBean(MesosMasterLocator.class);
		await().atMost(Duration.ofSeconds(30)).until(() -> locator.snapshot().connection().state() == state);
	}

	private static void remains(ConfigurableApplicationContext context, ConnectionState state) {
		MesosMasterLocator locator = context.getBean(MesosMasterLocator.class);
		await().during(Duration.ofSeconds(4))
			.atMost(Duration.ofSeconds(20))
			.until(() -> locator.snapshot().connection().state() == state);
	}

	private static void assertFewLines(CapturedOutput output) {
		assertThat(output.getAll().lines()).as(output.getAll())
			.hasSizeLessThanOrEqualTo(FEW)
			.allMatch((line) -> line.contains("mesosdiscovery") || line.contains("i.g.m."))
			.anyMatch((line) -> line.contains(" WARN "));
	}

}
