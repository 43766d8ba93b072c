package com.example;

import java.time.Duration;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;

public class FollowLeader {

	public static void main(String[] args) throws InterruptedException {
		MesosMasterListener listener = new MesosMasterListener() {

			@Override
			public void leaderChanged(LeaderChangedEvent event) {
				System.out.println(event);
			}

		};
		try (ZooKeeperMasterLocator locator = ZooKeeperMasterLocator.builder("zk://localhost:2181/mesos")
			.sessionTimeout(Duration.ofSeconds(10))
			.listener(listener)
			.build()) {
			locator.start();
			System.out.println(locator.awaitLeader(Duration.ofSeconds(30)).uri());
			Thread.sleep(Duration.ofMinutes(5).toMillis());
		}
	}

}
