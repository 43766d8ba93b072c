package io.github.mesosdiscovery.zookeeper;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.RecordingMetricsListener;
import io.github.mesosdiscovery.metrics.LocatorMetricsListener.Outcome;
import io.github.mesosdiscovery.metrics.LocatorMetricsListener.Read;
import org.apache.zookeeper.KeeperException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the warnings about registrations with fields that cannot be used.
 */
class LocatorWarningTests extends AbstractLocatorTests {

	private static final String ZNODE = "json.info_0000000001";

	private final Logger logger = (Logger) LoggerFactory.getLogger(ZooKeeperMasterLocator.class);

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final RecordingMetricsListener metrics = new RecordingMetricsListener();

	@BeforeEach
	void listen() {
		this.log.start();
		this.logger.setLevel(Level.WARN);
		this.logger.setAdditive(false);
		this.logger.addAppender(this.log);
	}

	@AfterEach
	void stopListening() {
		this.logger.detachAppender(this.log);
		this.logger.setLevel(null);
		this.logger.setAdditive(true);
	}

	@Test
	void leaderWithoutAValidHostNameLeadsAndCausesOneWarning() throws Exception {
		this.cluster.createPath();
		this.cluster.createRaw(ZNODE, data("1.11.0"));
		ZooKeeperMasterLocator locator = build(
				builder().sessionTimeout(Duration.ofMillis(500)).resyncInterval(Duration.ofMillis(100)));
		locator.addMetricsListener(this.metrics);
		locator.start();
		awaitLeader(locator, ZNODE);
		assertThat(locator.leader()).map(MesosMaster::hostname).contains("10.0.0.1");
		awaitRereads();
		String warning = "mesos-discovery: Ignoring hostname 'm1\\u000AINFO forged', expected a host name or an IP address,"
				+ " in the znode '" + ZNODE
				+ "'; using '10.0.0.1' instead. Check the options of the master that wrote it";
		assertThat(warnings()).containsExactly(warning);
		change(data("1.11.1"));
		await().until(() -> locator.leader().map(MesosMaster::version).orElse("").equals("1.11.1"));
		awaitRereads();
		assertThat(warnings()).containsExactly(warning);
	}

	private void awaitRereads() {
		int before = this.metrics.reads(Read.GET, Outcome.SUCCESS);
		await().until(() -> this.metrics.reads(Read.GET, Outcome.SUCCESS) > before + 2);
	}

	private void change(byte[] data) throws KeeperException, InterruptedException {
		this.cluster.client().setData(this.cluster.path() + "/" + ZNODE, data, -1);
	}

	private List<String> warnings() {
		return List.copyOf(this.log.list)
			.stream()
			.filter((event) -> event.getLevel() == Level.WARN)
			.map(ILoggingEvent::getFormattedMessage)
			.toList();
	}

	private static byte[] data(String version) {
		return "{\"pid\": \"master@10.0.0.1:5050\", \"hostname\": \"m1\\nINFO forged\", \"version\": \"%s\"}"
			.formatted(version)
			.getBytes(StandardCharsets.UTF_8);
	}

}
