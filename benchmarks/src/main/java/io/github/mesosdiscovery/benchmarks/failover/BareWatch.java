package io.github.mesosdiscovery.benchmarks.failover;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import io.github.mesosdiscovery.benchmarks.cluster.BareClient;
import io.github.mesosdiscovery.benchmarks.cluster.Masters;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher.Event.EventType;

/**
 * ZooKeeper's client alone, with an {@code exists} watch on the leader's znode.
 */
final class BareWatch implements Contender {

	private final BareClient client;

	private final Consumer<String> listener;

	private final Executor executor;

	private volatile String requested = "";

	private volatile String watched = "";

	private BareWatch(String servers, Consumer<String> listener, Executor executor) throws IOException {
		this.listener = listener;
		this.executor = executor;
		this.client = new BareClient(servers, () -> {
		});
	}

	/** Calls the listener on ZooKeeper's own thread. */
	static BareWatch direct(String servers, Consumer<String> listener) throws IOException {
		return new BareWatch(servers, listener, Runnable::run);
	}

	/** Calls it on another thread: the least that a listener costs which may block. */
	static BareWatch handedOver(String servers, Consumer<String> listener) throws IOException {
		return new BareWatch(servers, listener, Executors.newSingleThreadExecutor());
	}

	/** Requests the watch once. It is set when the server has confirmed it. */
	@Override
	public boolean isReady(List<String> masters) {
		String leader = masters.get(0);
		if (!leader.equals(this.requested) && this.client.zooKeeper().getState().isConnected()) {
			this.requested = leader;
			this.client.zooKeeper().exists(Masters.PATH + "/" + leader, this::changed, (rc, path, ctx, stat) -> {
				if (rc == Code.OK.intValue()) {
					this.watched = leader;
				}
			}, null);
		}
		return leader.equals(this.watched);
	}

	private void changed(WatchedEvent event) {
		if (event.getType() == EventType.NodeDeleted) {
			this.executor.execute(() -> this.listener.accept(Masters.name(event.getPath())));
		}
	}

	@Override
	public void close() {
		this.client.close();
		if (this.executor instanceof ExecutorService threads) {
			threads.shutdown();
		}
	}

}
