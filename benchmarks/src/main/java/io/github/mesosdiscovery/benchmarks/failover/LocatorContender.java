package io.github.mesosdiscovery.benchmarks.failover;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.benchmarks.cluster.BareClient;
import io.github.mesosdiscovery.benchmarks.cluster.Masters;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.GenericApplicationContext;

/**
 * This library.
 *
 * @param locator the locator
 * @param closing closes the locator
 */
record LocatorContender(MesosMasterLocator locator, Runnable closing) implements Contender {

	static {
		// A context would set up the logging again while others log.
		System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
	}

	/** A locator without Spring, and a {@link MesosMasterListener}. */
	static LocatorContender plain(String servers, Consumer<String> listener) {
		ZooKeeperMasterLocator locator = ZooKeeperMasterLocator.builder("zk://" + servers + Masters.PATH)
			.sessionTimeout(Duration.ofMillis(BareClient.SESSION_TIMEOUT))
			.listener(new MesosMasterListener() {

				@Override
				public void leaderChanged(LeaderChangedEvent event) {
					tell(event, listener);
				}

			})
			.build();
		locator.start();
		return new LocatorContender(locator, locator::close);
	}

	/** An application with the starter, and an {@code @EventListener}. */
	static LocatorContender inSpring(String servers, Consumer<String> listener) {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.initializers((GenericApplicationContext created) -> created.registerBean(LeaderListener.class,
					() -> new LeaderListener(listener)))
			.run("--mesos.discovery.zk=zk://" + servers + Masters.PATH,
					"--mesos.discovery.zk.session-timeout=" + BareClient.SESSION_TIMEOUT + "ms",
					"--spring.main.banner-mode=off");
		return new LocatorContender(context.getBean(MesosMasterLocator.class), context::close);
	}

	@Override
	public boolean isReady(List<String> masters) {
		MasterSnapshot snapshot = this.locator.snapshot();
		return snapshot.connection().state() == ConnectionState.CONNECTED && snapshot.isComplete()
				&& snapshot.masters().stream().map(MesosMaster::znode).toList().equals(masters);
	}

	@Override
	public void close() {
		this.closing.run();
	}

	private static void tell(LeaderChangedEvent event, Consumer<String> listener) {
		event.getLeader().ifPresent((leader) -> listener.accept(leader.znode()));
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	/**
	 * A bean of the application.
	 *
	 * @param listener receives the znode of the leader
	 */
	record LeaderListener(Consumer<String> listener) {

		@EventListener
		void leaderChanged(LeaderChangedEvent event) {
			tell(event, this.listener);
		}

	}

}
