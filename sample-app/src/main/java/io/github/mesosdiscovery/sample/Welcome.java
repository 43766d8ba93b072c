package io.github.mesosdiscovery.sample;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Logs where to look once the application is ready.
 */
@Component
class Welcome {

	private static final Log logger = LogFactory.getLog(Welcome.class);

	private final Environment environment;

	Welcome(Environment environment) {
		this.environment = environment;
	}

	@EventListener(ApplicationReadyEvent.class)
	void ready() {
		logger.info("Look at http://localhost:" + this.environment.getProperty("local.server.port")
				+ "/ and at its /actuator/mesos and /actuator/health");
	}

}
