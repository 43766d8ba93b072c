package com.example;

import io.github.mesosdiscovery.metrics.MesosDiscoveryMetrics;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import io.micrometer.core.instrument.MeterRegistry;

public class MeterLeader {

	public static ZooKeeperMasterLocator start(MeterRegistry registry) {
		ZooKeeperMasterLocator locator = ZooKeeperMasterLocator.builder("zk://localhost:2181/mesos").build();
		new MesosDiscoveryMetrics(locator, locator.cluster()).bindTo(registry);
		locator.start();
		return locator;
	}

}
