package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.MesosMasterLocator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application that {@link OptionalLibrariesTests} start.
 */
@EnableAutoConfiguration
public class OptionalLibrariesApplication {

	/**
	 * Start it, find the leader and end it.
	 */
	public static void start() {
		SpringApplication application = new SpringApplication(OptionalLibrariesApplication.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setRegisterShutdownHook(false);
		try (ConfigurableApplicationContext context = application.run("--mesos.discovery.zk=127.0.0.1:5050",
				"--spring.main.banner-mode=off", "--logging.level.root=warn")) {
			context.getBean(MesosMasterLocator.class).leader().orElseThrow();
		}
	}

}
