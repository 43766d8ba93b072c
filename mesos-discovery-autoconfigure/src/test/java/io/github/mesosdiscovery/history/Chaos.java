package io.github.mesosdiscovery.history;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.mesosdiscovery.faults.SessionEnd;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;
import io.github.mesosdiscovery.history.truth.Znode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooKeeper;
import org.jspecify.annotations.Nullable;

/**
 * Does the steps of a scenario, each at its time. What has to wait for a server waits on
 * a thread of its own, so that faults come while other things are under way.
 */
final class Chaos implements AutoCloseable {

	private static final int LIMIT = 120;

	private final Admin admin;

	private final HistoryMasters masters;

	private final Servers servers;

	private final Subjects subjects;

	private final String path;

	private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

	private final ExecutorService patient = Executors.newSingleThreadExecutor();

	private final ExecutorService operator = Executors.newSingleThreadExecutor();

	Chaos(Admin admin, HistoryMasters masters, Servers servers, Subjects subjects, String path) {
		this.admin = admin;
		this.masters = masters;
		this.servers = servers;
		this.subjects = subjects;
		this.path = path;
	}

	/** Do all steps, undo what lasts, and return when everything has come to an end. */
	void run(List<Step> steps) {
		List<Future<?>> done = new ArrayList<>();
		for (Step step : steps) {
			done.add(this.clock.schedule(() -> begin(step), step.at(), TimeUnit.MILLISECONDS));
		}
		done.forEach(Chaos::await);
		this.clock.shutdownNow();
		this.subjects.restore();
		await(this.operator.submit(this.servers::heal));
		await(this.patient.submit(() -> tolerate(() -> {
			this.admin.create(this.path);
			this.admin.allowAll();
		})));
	}

	private void begin(Step step) {
		int target = step.target();
		switch (step.action()) {
			case JOIN -> this.masters.join(target, true);
			case JOIN_UNREADABLE -> this.masters.join(target, false);
			case BURST -> burst(target);
			case LEAVE -> this.masters.leave(target);
			case CRASH -> this.masters.crash(target);
			case UPDATE -> this.masters.update(target, true);
			case SPOIL -> this.masters.update(target, false);
			case DELETE -> patiently(() -> this.admin.delete(znode(target)));
			case REPLICA -> patiently(() -> this.admin.create(this.path + "/log_replicas" + target));
			case EXPIRE_MASTER -> patiently(() -> this.masters.expire(target));
			case REMAKE -> patiently(() -> {
				this.admin.deletePath();
				this.admin.create(this.path);
			});
			case DENY -> patiently(() -> deny(this.path, step));
			case DENY_ZNODE -> patiently(() -> deny(znode(target), step));
			case EXPIRE_LOCATOR -> patiently(() -> expire(this.subjects.get(target).handle()));
			case NO_THREADS -> refuseThreads(this.subjects.get(target), step);
			case REPLACE -> this.subjects.replace(target);
			case LISTEN -> this.subjects.get(target).listen();
			case KILL, PAUSE, ROLL, WIPE -> this.operator.execute(() -> operate(step));
			default -> disturb(step);
		}
	}

	private void burst(int target) {
		for (int i = 0; i < 2 + target % 5; i++) {
			this.masters.join(target + i, true);
			if (i % 2 == 1) {
				this.masters.leave(target * i);
			}
			this.masters.update(target + i, true);
		}
	}

	private void disturb(Step step) {
		Network network = this.subjects.network(step.target());
		network.disturb(step.action(), step.target());
		if (step.action() != Action.RESET && step.action() != Action.HALF_OPEN) {
			later(step.millis(), network::restore);
		}
	}

	private void refuseThreads(Subject subject, Step step) {
		subject.refuseThreads();
		later(step.millis(), subject::allowThreads);
	}

	private void deny(String znode, Step step) throws KeeperException {
		this.admin.deny(znode);
		later(step.millis(), () -> patiently(() -> this.admin.allow(znode)));
	}

	private void operate(Step step) {
		ZooKeeperProcess member = this.servers.members().get(step.target() % this.servers.members().size());
		tolerate(() -> {
			switch (step.action()) {
				case KILL -> {
					member.kill();
					TimeUnit.MILLISECONDS.sleep(step.millis());
					member.launch();
					member.awaitService();
				}
				case PAUSE -> {
					member.pause();
					TimeUnit.MILLISECONDS.sleep(step.millis());
					member.resume();
				}
				case ROLL -> this.servers.roll();
				default -> wipe(step.target());
			}
		});
	}

	/**
	 * The new path has a lower number than the old one, which only a wipe can bring
	 * about.
	 */
	private void wipe(int target) throws KeeperException {
		this.masters.forget();
		this.servers.wipe();
		this.admin.renew();
		this.admin.create(2);
		this.masters.join(target, true);
	}

	private String znode(int target) throws KeeperException {
		List<Znode> znodes = this.admin.view(0).registrations();
		return this.path + "/" + (znodes.isEmpty() ? "none" : znodes.get(target % znodes.size()).name());
	}

	private void expire(@Nullable ZooKeeper handle) {
		if (handle != null && handle.getState().isConnected()) {
			SessionEnd.of(this.servers.connectString(), handle);
		}
	}

	private void later(long millis, Runnable task) {
		this.clock.schedule(task, millis, TimeUnit.MILLISECONDS);
	}

	private void patiently(Task task) {
		this.patient.execute(() -> tolerate(task));
	}

	/** What the masters' side cannot do is not done; the transaction log knows. */
	private static void tolerate(Task task) {
		try {
			task.run();
		}
		catch (Exception ex) {
			if (ex instanceof InterruptedException) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private static void await(Future<?> task) {
		try {
			task.get(LIMIT, TimeUnit.SECONDS);
		}
		catch (InterruptedException | ExecutionException | TimeoutException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.clock.shutdownNow();
		this.patient.shutdownNow();
		this.operator.shutdownNow();
	}

	@FunctionalInterface
	private interface Task {

		void run() throws Exception;

	}

}
