package io.github.mesosdiscovery.benchmarks.startup.application;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A web application with actuator and nothing else. It starts, prints figures, and ends.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class StartupApplication {

	/** Start the application. */
	public static void main(String[] args) throws InterruptedException {
		SpringApplication application = new SpringApplication(StartupApplication.class);
		StartupFigures figures = new StartupFigures();
		application.addListeners(figures);
		ConfigurableApplicationContext context = application.run(args);
		figures.settle();
		System.exit(SpringApplication.exit(context));
	}

}
