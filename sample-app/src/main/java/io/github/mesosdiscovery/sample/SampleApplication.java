package io.github.mesosdiscovery.sample;

import io.github.mesosdiscovery.sample.demo.DemoInitializer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A web application that follows the Mesos masters of {@code mesos.discovery.zk}, or
 * those of a demo if that is not set.
 */
@SpringBootApplication
public class SampleApplication {

	/**
	 * Start the application.
	 * @param args properties, for example {@code --server.port=8081}
	 * @return the running context
	 */
	public static ConfigurableApplicationContext run(String... args) {
		SpringApplication application = new SpringApplication(SampleApplication.class);
		application.addInitializers(new DemoInitializer());
		return application.run(args);
	}

}
