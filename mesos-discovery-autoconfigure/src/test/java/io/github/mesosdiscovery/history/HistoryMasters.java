package io.github.mesosdiscovery.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

import io.github.mesosdiscovery.faults.SessionEnd;
import io.github.mesosdiscovery.test.MasterFormat;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.Watcher.Event.EventType;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZooDefs.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Masters that register in all formats, each with a session of its own. Nothing here
 * waits for a server.
 */
final class HistoryMasters implements AutoCloseable {

	/** More would only make a run slower. */
	private static final int MOST = 20;

	private final String servers;

	private final String path;

	private final Duration timeout;

	private final Payloads payloads;

	private final Set<Long> sessions;

	private final Executor closing;

	private final List<Master> masters = new ArrayList<>();

	HistoryMasters(String servers, String path, Duration timeout, Payloads payloads, Set<Long> sessions,
			Executor closing) {
		this.servers = servers;
		this.path = path;
		this.timeout = timeout;
		this.payloads = payloads;
		this.sessions = sessions;
		this.closing = closing;
	}

	synchronized void join(int kind, boolean readable) {
		if (this.masters.size() >= MOST) {
			leave(kind);
		}
		MasterFormat format = MasterFormat.values()[kind % MasterFormat.values().length];
		// A label that nobody knows makes any data unreadable.
		String label = (!readable && kind % 4 == 0) ? "future.info_" : format.label();
		this.masters
			.add(new Master(format, label, readable ? this.payloads.readable(format) : Payloads.unreadable(kind)));
	}

	synchronized void leave(int target) {
		Master master = take(target);
		if (master != null) {
			this.closing.execute(master.client::end);
		}
	}

	synchronized void crash(int target) {
		Master master = take(target);
		if (master != null) {
			master.client.crash();
		}
	}

	synchronized void update(int target, boolean readable) {
		Master master = get(target);
		if (master != null) {
			master.setData(
					readable && master.known ? this.payloads.readable(master.format) : Payloads.unreadable(target));
		}
	}

	/** To be called where waiting is allowed. */
	void expire(int target) {
		Master master = get(target);
		if (master != null && master.client.getState().isConnected()) {
			SessionEnd.of(this.servers, master.client);
		}
	}

	/** Forget all masters, as when ZooKeeper did. */
	synchronized void forget() {
		while (!this.masters.isEmpty()) {
			leave(0);
		}
	}

	private synchronized @Nullable Master get(int target) {
		return this.masters.isEmpty() ? null : this.masters.get(target % this.masters.size());
	}

	private @Nullable Master take(int target) {
		return this.masters.isEmpty() ? null : this.masters.remove(target % this.masters.size());
	}

	@Override
	public void close() {
		forget();
	}

	private final class Master {

		private final MasterFormat format;

		private final boolean known;

		private final TestClient client;

		private volatile @Nullable String znode;

		private boolean registered;

		Master(MasterFormat format, String label, byte[] data) {
			this.format = format;
			this.known = label.equals(format.label());
			this.client = TestClient.open(HistoryMasters.this.servers, HistoryMasters.this.timeout, (event) -> {
				if (event.getType() == EventType.None && event.getState() == KeeperState.SyncConnected) {
					register(label, data);
				}
			});
		}

		private synchronized void register(String label, byte[] data) {
			HistoryMasters.this.sessions.add(this.client.getSessionId());
			if (!this.registered) {
				this.registered = true;
				this.client.create(HistoryMasters.this.path + "/" + label, data, Ids.OPEN_ACL_UNSAFE,
						CreateMode.EPHEMERAL_SEQUENTIAL, (rc, path, ctx, name) -> this.znode = name, null);
			}
		}

		void setData(byte[] data) {
			String created = this.znode;
			if (created != null) {
				this.client.setData(created, data, -1, (rc, path, ctx, stat) -> {
				}, null);
			}
		}

	}

}
