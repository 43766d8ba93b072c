package io.github.mesosdiscovery.benchmarks.failover;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

import io.github.mesosdiscovery.benchmarks.cluster.BareClient;
import io.github.mesosdiscovery.benchmarks.cluster.Masters;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher.Event.EventType;

/**
 * The way of Mesos' own detector and of mesos-go, as fast as it can be: a watch on the
 * path, then a list, then the data of the lowest registration.
 */
final class ListThenGet implements Contender {

	private final BareClient client;

	private final Consumer<String> listener;

	private volatile List<String> listed = List.of();

	private volatile String leader = "";

	ListThenGet(String servers, Consumer<String> listener) throws IOException {
		this.listener = listener;
		// The first event can arrive before the field is set.
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

	private void get(String lowest, List<String> children) {
		client().zooKeeper().getData(Masters.PATH + "/" + lowest, false, (rc, path, ctx, data, stat) -> {
			if (rc == Code.OK.intValue()) {
				this.listener.accept(lowest);
				this.leader = lowest;
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
		return this.leader.equals(masters.get(0)) && this.listed.size() == masters.size()
				&& this.listed.containsAll(masters);
	}

	@Override
	public void close() {
		this.client.close();
	}

}
