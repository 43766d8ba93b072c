package io.github.mesosdiscovery.benchmarks.failover;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher.Event.EventType;

/**
 * ZooKeeper's client alone, with an {@code exists} watch on the leader's znode.
 */
final class BareWatch implements Contender {

	private final BareClient client;

	private final Consumer<String> told;

	private volatile String asked = "";

	private volatile String armed = "";

	BareWatch(String servers, Consumer<String> told) throws IOException {
		this.client = new BareClient(servers, () -> {
		});
		this.told = told;
	}

	/** Asks for the watch once, and is ready when the server has confirmed it. */
	@Override
	public boolean isReady(List<String> masters) {
		String leader = masters.get(0);
		if (!leader.equals(this.asked) && this.client.isConnected()) {
			this.asked = leader;
			this.client.zooKeeper().exists(Masters.PATH + "/" + leader, this::changed, (rc, path, ctx, stat) -> {
				if (rc == Code.OK.intValue()) {
					this.armed = leader;
				}
			}, null);
		}
		return leader.equals(this.armed);
	}

	private void changed(WatchedEvent event) {
		if (event.getType() == EventType.NodeDeleted) {
			this.told.accept(Masters.name(event.getPath()));
		}
	}

	@Override
	public void close() {
		this.client.close();
	}

}
