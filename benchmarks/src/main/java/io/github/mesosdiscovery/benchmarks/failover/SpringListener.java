package io.github.mesosdiscovery.benchmarks.failover;

import java.util.List;
import java.util.function.Consumer;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MesosMasterLocator;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.GenericApplicationContext;

/**
 * This library as an application uses it: the starter's auto-configuration, and a bean
 * with an {@code @EventListener}.
 */
final class SpringListener implements Contender {

	static {
		// Others log on while a context would set the logging up anew.
		System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
	}

	private final ConfigurableApplicationContext context;

	private final MesosMasterLocator locator;

	SpringListener(String servers, Consumer<String> told) {
		this.context = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.initializers((GenericApplicationContext context) -> context.registerBean(LeaderListener.class,
					() -> new LeaderListener(told)))
			.run("--mesos.discovery.zk=zk://" + servers + Masters.PATH,
					"--mesos.discovery.zk.session-timeout=" + Race.SESSION_TIMEOUT + "ms",
					"--spring.main.banner-mode=off");
		this.locator = this.context.getBean(MesosMasterLocator.class);
	}

	@Override
	public boolean isReady(List<String> masters) {
		return PlainListener.isReady(this.locator.snapshot(), masters);
	}

	@Override
	public void close() {
		this.context.close();
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	/**
	 * The bean of the application.
	 *
	 * @param told who is to know
	 */
	record LeaderListener(Consumer<String> told) {

		@EventListener
		void leaderChanged(LeaderChangedEvent event) {
			event.getLeader().ifPresent((leader) -> this.told.accept(leader.znode()));
		}

	}

}
