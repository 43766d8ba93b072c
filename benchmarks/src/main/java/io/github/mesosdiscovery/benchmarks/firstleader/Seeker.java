package io.github.mesosdiscovery.benchmarks.firstleader;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;

/**
 * Who looks for the leader, once and from the beginning.
 */
enum Seeker {

	/** ZooKeeper's client alone: connect, list, get, as fast as that can be. */
	BARE("bare client: connect, list, get") {

		@Override
		Search seek(String servers, String path) throws Exception {
			long start = System.nanoTime();
			try (BareSeeker seeker = new BareSeeker(servers, path)) {
				return new Search(start, start, await(seeker.found()));
			}
		}

	},

	/** This library, until a listener is told. */
	LOCATOR("this library: start to listener") {

		@Override
		Search seek(String servers, String path) throws Exception {
			CompletableFuture<Long> found = new CompletableFuture<>();
			long begin = System.nanoTime();
			try (ZooKeeperMasterLocator locator = ZooKeeperMasterLocator.builder("zk://" + servers + path)
				.listener(new MesosMasterListener() {

					@Override
					public void leaderChanged(LeaderChangedEvent event) {
						event.getLeader().ifPresent((leader) -> found.complete(System.nanoTime()));
					}

				})
				.build()) {
				long start = System.nanoTime();
				locator.start();
				return new Search(begin, start, await(found));
			}
		}

	};

	private final String label;

	Seeker(String label) {
		this.label = label;
	}

	/**
	 * Look for the leader.
	 * @return how long it took
	 */
	abstract Search seek(String servers, String path) throws Exception;

	private static long await(CompletableFuture<Long> found) throws Exception {
		return found.get(30, TimeUnit.SECONDS);
	}

	/** What tables and charts call it. */
	String label() {
		return this.label;
	}

	/**
	 * When what happened, by the monotonic clock in nanoseconds.
	 *
	 * @param begin when nothing was there, not even an object
	 * @param start when it was started
	 * @param found when the leader was known
	 */
	record Search(long begin, long start, long found) {
	}

}
