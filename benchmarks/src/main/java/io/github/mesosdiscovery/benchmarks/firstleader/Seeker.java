package io.github.mesosdiscovery.benchmarks.firstleader;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.LeaderChangedEvent;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.benchmarks.cluster.BareClient;
import io.github.mesosdiscovery.benchmarks.cluster.Masters;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.apache.zookeeper.KeeperException.Code;

/**
 * A way to find the leader.
 */
enum Seeker {

	/** ZooKeeper's client alone: connect, list, get, each in the callback before it. */
	BARE("bare client: connect, list, get") {

		@Override
		Search seek(String servers) throws Exception {
			long start = System.nanoTime();
			try (BareSearch search = new BareSearch(servers)) {
				return new Search(start, start, await(search.found));
			}
		}

	},

	/** This library, until a listener is called. */
	LOCATOR("this library: start to listener") {

		@Override
		Search seek(String servers) throws Exception {
			CompletableFuture<Long> found = new CompletableFuture<>();
			long begin = System.nanoTime();
			try (ZooKeeperMasterLocator locator = ZooKeeperMasterLocator.builder("zk://" + servers + Masters.PATH)
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

	/** Find the leader once. */
	abstract Search seek(String servers) throws Exception;

	private static long await(CompletableFuture<Long> found) throws Exception {
		return found.get(30, TimeUnit.SECONDS);
	}

	String label() {
		return this.label;
	}

	/**
	 * The times of a search, by {@link System#nanoTime()}.
	 *
	 * @param begin before the first object was created
	 * @param start when the client was started
	 * @param found when the leader was known
	 */
	record Search(long begin, long start, long found) {

	}

	private static final class BareSearch implements AutoCloseable {

		private final CompletableFuture<Long> found = new CompletableFuture<>();

		private final BareClient client;

		BareSearch(String servers) throws IOException {
			// The first event can arrive before the field is set.
			synchronized (this) {
				this.client = new BareClient(servers, this::list);
			}
		}

		private synchronized BareClient client() {
			return this.client;
		}

		private void list() {
			client().zooKeeper().getChildren(Masters.PATH, false, (rc, path, ctx, children) -> get(rc, children), null);
		}

		private void get(int listed, List<String> children) {
			if (succeeded(listed)) {
				client().zooKeeper()
					.getData(Masters.PATH + "/" + Masters.leader(children), false, (rc, path, ctx, data, stat) -> {
						if (succeeded(rc)) {
							this.found.complete(System.nanoTime());
						}
					}, null);
			}
		}

		private boolean succeeded(int rc) {
			if (rc == Code.OK.intValue()) {
				return true;
			}
			this.found.completeExceptionally(new IllegalStateException("ZooKeeper answered " + Code.get(rc)));
			return false;
		}

		@Override
		public void close() {
			this.client.close();
		}

	}

}
