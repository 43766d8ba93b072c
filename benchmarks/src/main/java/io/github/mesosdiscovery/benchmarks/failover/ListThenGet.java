package io.github.mesosdiscovery.benchmarks.failover;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher.Event.EventType;

/**
 * What the detector of Mesos itself and mesos-go do: a watch on the path, then a list,
 * then the data of the lowest. It is as fast as that can be, without a thread that waits.
 */
final class ListThenGet implements Contender {

	private final BareClient client;

	private final Consumer<String> told;

	private volatile List<String> listed = List.of();

	private volatile String known = "";

	ListThenGet(String servers, Consumer<String> told) throws IOException {
		this.told = told;
		// The first event can be here before the client is.
		synchronized (this) {
			this.client = new BareClient(servers, this::list);
		}
	}

	private synchronized BareClient client() {
		return this.client;
	}

	private void list() {
		client().zooKeeper().getChildren(Masters.PATH, this::changed, (rc, path, ctx, children) -> {
			if (rc == Code.OK.intValue()) {
				get(Masters.leader(children), List.copyOf(children));
			}
		}, null);
	}

	private void get(String leader, List<String> children) {
		client().zooKeeper().getData(Masters.PATH + "/" + leader, false, (rc, path, ctx, data, stat) -> {
			if (rc == Code.OK.intValue()) {
				this.told.accept(leader);
				this.known = leader;
				this.listed = children;
			}
		}, null);
	}

	private void changed(WatchedEvent event) {
		if (event.getType() == EventType.NodeChildrenChanged) {
			list();
		}
	}

	@Override
	public boolean isReady(List<String> masters) {
		return this.known.equals(masters.get(0)) && this.listed.size() == masters.size()
				&& this.listed.containsAll(masters);
	}

	@Override
	public void close() {
		this.client.close();
	}

}
