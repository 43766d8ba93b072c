package com.example;

import io.github.mesosdiscovery.MesosMasterLocator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

@SpringBootApplication
public class Application {

	public static void main(String[] args) {
		try (ConfigurableApplicationContext context = SpringApplication.run(Application.class,
				"--mesos.discovery.zk=zk://localhost:1/mesos", "--logging.level.org.apache=off")) {
			System.out.println("Started on Spring Boot " + SpringBootVersion.getVersion() + ": "
					+ context.getBean(MesosMasterLocator.class).snapshot().connection());
		}
	}

}
