package com.example;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatRuntimeException;

@ExtendWith(OutputCaptureExtension.class)
class FailureAnalysisTests {

	@Test
	void startEndsWithAFailureAnalysis(CapturedOutput output) {
		assertThatRuntimeException()
			.isThrownBy(() -> SpringApplication.run(Application.class, "--mesos.discovery.zk=127.0.0.1:5050"));
		assertThat(output).contains("APPLICATION FAILED TO START",
				"The Mesos discovery starter needs Spring Boot 4 or later, and this is Spring Boot 3.5.16");
	}

	@Test
	void startsWithoutTheDiscovery() {
		SpringApplication.run(Application.class, "--mesos.discovery.enabled=false").close();
	}

	@SpringBootApplication
	static class Application {

	}

}
