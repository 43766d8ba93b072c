package com.example;

import io.github.mesosdiscovery.autoconfigure.MesosDiscoveryConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MastersConfiguration {

	@Bean
	MesosDiscoveryConnectionDetails masters(Inventory inventory) {
		return () -> "zk://" + inventory.zooKeeperServers() + "/mesos";
	}

	interface Inventory {

		String zooKeeperServers();

	}

}
