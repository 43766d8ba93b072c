package com.example;

import io.github.mesosdiscovery.autoconfigure.MesosZooKeeperClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClientConfiguration {

	@Bean
	MesosZooKeeperClientCustomizer saslContext() {
		return (config) -> config.setProperty("zookeeper.sasl.clientconfig", "MesosClient");
	}

}
