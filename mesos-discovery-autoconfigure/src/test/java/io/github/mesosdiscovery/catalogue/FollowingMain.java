package io.github.mesosdiscovery.catalogue;

import java.io.IOException;
import java.security.Security;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;

/**
 * What runs in the child: a locator that writes what it hears to the standard output.
 */
final class FollowingMain {

	static final String EVENT = "event ";

	static final String STATE = "state ";

	private FollowingMain() {
	}

	public static void main(String[] args) throws InterruptedException, ExecutionException {
		// The setting of the JDK, which no system property takes the place of.
		Security.setProperty("networkaddress.cache.negative.ttl", "0");
		Security.setProperty("networkaddress.cache.ttl", "0");
		Thread thread = new Thread(FollowingMain::endWithTheParent, "parent");
		thread.setDaemon(true);
		thread.start();
		try (ZooKeeperMasterLocator locator = ZooKeeperMasterLocator.builder(args[0])
			.sessionTimeout(Duration.parse(args[1]))
			.listener(new Writer())
			.build()) {
			locator.start();
			MasterSnapshot seen = locator.snapshot();
			while (true) {
				System.out.println(STATE + seen.connection().state() + " "
						+ seen.problem().map(MasterProblem::message).orElse(""));
				seen = locator.changedFrom(seen).get();
			}
		}
	}

	/** Nobody writes to the standard input; it ends however the parent ends. */
	private static void endWithTheParent() {
		try {
			while (System.in.read() >= 0) {
				continue;
			}
		}
		catch (IOException ex) {
			// As good as the end.
		}
		Runtime.getRuntime().halt(1);
	}

	private static final class Writer implements MesosMasterListener {

		@Override
		public void leaderChanged(LeaderChangedEvent event) {
			System.out.println(
					EVENT + event.getReason() + " " + event.getLeader().map(MasterRegistration::znode).orElse("none"));
		}

	}

}
