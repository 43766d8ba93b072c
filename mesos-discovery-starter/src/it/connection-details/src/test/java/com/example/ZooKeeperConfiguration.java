package com.example;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.testcontainers.containers.GenericContainer;

@TestConfiguration(proxyBeanMethods = false)
class ZooKeeperConfiguration {

	@Bean
	@ServiceConnection(name = "zookeeper")
	GenericContainer<?> zookeeper() {
		return new GenericContainer<>("zookeeper:3.9").withExposedPorts(2181);
	}

}
