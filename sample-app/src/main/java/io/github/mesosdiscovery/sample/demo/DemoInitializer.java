package io.github.mesosdiscovery.sample.demo;

import java.time.Duration;
import java.util.Map;

import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts a {@link DemoCluster}, sets {@code mesos.discovery.zk} to it and enables the
 * framework, unless {@code mesos.discovery.zk} is set already. At this time all property
 * sources exist and no bean does. During ahead-of-time processing it starts nothing.
 */
public final class DemoInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final String ZK = "mesos.discovery.zk";

	private static final String FRAMEWORK = "sample.framework.enabled";

	private static final String LIFETIME = "sample.demo.leader-lifetime";

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		Environment environment = context.getEnvironment();
		if (!SpringProperties.getFlag(AbstractAotProcessor.AOT_PROCESSING) && !environment.containsProperty(ZK)
				&& !environment.containsProperty(ZK + ".url")) {
			start(context, environment.getProperty(LIFETIME, Duration.class, Duration.ofSeconds(20)));
		}
	}

	private static void start(ConfigurableApplicationContext context, Duration leaderLifetime) {
		DemoCluster cluster = DemoCluster.start(leaderLifetime);
		// Closed after the beans that use it, and also if the context fails before there
		// are any.
		((DefaultSingletonBeanRegistry) context.getBeanFactory()).registerDisposableBean("demoCluster", cluster::close);
		context.getBeanFactory().registerSingleton("demoCluster", cluster);
		context.getEnvironment()
			.getPropertySources()
			.addLast(new MapPropertySource("demo", Map.of(ZK, cluster.url(), FRAMEWORK, true)));
	}

}
