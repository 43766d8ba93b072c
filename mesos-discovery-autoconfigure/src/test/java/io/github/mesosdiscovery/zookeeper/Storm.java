package io.github.mesosdiscovery.zookeeper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;

/**
 * Changes the masters of a path at a given rate: the leader goes, a new one comes, and
 * others say something else. Up to thirty stand at a time.
 */
final class Storm {

	private static final int MASTERS = 30;

	private static final int IN_FLIGHT = 1000;

	private final ZooKeeper zooKeeper;

	private final String path;

	private final Random random = new Random(42);

	private final Deque<String> standing = new ArrayDeque<>();

	private final Semaphore slots = new Semaphore(IN_FLIGHT);

	private final AtomicInteger failures = new AtomicInteger();

	private int next;

	Storm(ZooKeeper zooKeeper, String path) {
		this.zooKeeper = zooKeeper;
		this.path = path;
	}

	/**
	 * Make changes, ten at a time, and return when the server has made the last.
	 */
	void blow(int changes, int perSecond) throws InterruptedException {
		ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
		try {
			AtomicInteger left = new AtomicInteger(changes / 10);
			Semaphore done = new Semaphore(0);
			clock.scheduleAtFixedRate(() -> {
				if (left.get() > 0) {
					for (int i = 0; i < 10; i++) {
						change();
					}
					if (left.decrementAndGet() == 0) {
						done.release();
					}
				}
			}, 0, TimeUnit.SECONDS.toNanos(10) / perSecond, TimeUnit.NANOSECONDS);
			done.acquire();
			this.slots.acquire(IN_FLIGHT);
			this.slots.release(IN_FLIGHT);
		}
		finally {
			clock.shutdownNow();
		}
	}

	int failures() {
		return this.failures.get();
	}

	/** The registrations that are left, in election order. */
	List<String> standing() {
		return new ArrayList<>(this.standing);
	}

	private void change() {
		this.slots.acquireUninterruptibly();
		int kind = this.random.nextInt(10);
		if (this.standing.size() < 2 || (kind < 3 && this.standing.size() < MASTERS)) {
			String name = String.format("json.info_%010d", this.next++);
			this.standing.addLast(name);
			this.zooKeeper.create(this.path + "/" + name, data(), Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT,
					(rc, path, ctx, created) -> done(rc), null);
		}
		else if (kind < 6) {
			this.zooKeeper.delete(this.path + "/" + this.standing.removeFirst(), -1, (rc, path, ctx) -> done(rc), null);
		}
		else {
			String name = (kind < 8) ? this.standing.getFirst() : this.standing.getLast();
			this.zooKeeper.setData(this.path + "/" + name, data(), -1, (rc, path, ctx, stat) -> done(rc), null);
		}
	}

	private void done(int rc) {
		if (rc != Code.OK.intValue()) {
			this.failures.incrementAndGet();
		}
		this.slots.release();
	}

	private byte[] data() {
		return ("{\"pid\":\"master@127.0.0.1:" + (1 + this.random.nextInt(65535)) + "\"}")
			.getBytes(StandardCharsets.UTF_8);
	}

}
