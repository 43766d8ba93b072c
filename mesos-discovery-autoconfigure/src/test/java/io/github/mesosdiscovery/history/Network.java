package io.github.mesosdiscovery.history;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import io.github.mesosdiscovery.faults.Direction;
import io.github.mesosdiscovery.faults.FaultProxy;
import io.github.mesosdiscovery.faults.ZooKeeperProcess;

/**
 * The network between one locator and the servers: a proxy for each.
 */
final class Network implements AutoCloseable {

	/** Room for heartbeats, watch events and a list of a few masters. */
	private static final int SMALL = 150;

	private static final Duration DELAY = Duration.ofMillis(40);

	private final List<FaultProxy> proxies;

	/**
	 * A connection that its server forgot stays with the proxy, whatever the client does.
	 */
	private int forgotten;

	private Network(List<FaultProxy> proxies) {
		this.proxies = proxies;
	}

	static Network to(Servers servers) {
		return new Network(servers.members().stream().map(ZooKeeperProcess::port).map(FaultProxy::to).toList());
	}

	String connectString() {
		return this.proxies.stream().map(FaultProxy::connectString).collect(Collectors.joining(","));
	}

	int hosts() {
		return this.proxies.size();
	}

	int connections() {
		return Math.max(0, open() - this.forgotten);
	}

	private int open() {
		return this.proxies.stream().mapToInt(FaultProxy::connections).sum();
	}

	/** Do what lasts until {@link #restore()}, if it lasts at all. */
	void disturb(Action action, int target) {
		switch (action) {
			case RESET -> this.proxies.forEach(FaultProxy::reset);
			case CUT -> this.proxies.forEach(FaultProxy::cut);
			case CUT_ONE -> this.proxies.get(target % this.proxies.size()).cut();
			case SILENCE -> this.proxies.forEach(FaultProxy::silence);
			case SILENCE_TO_SERVER -> this.proxies.forEach((proxy) -> proxy.silence(Direction.TO_SERVER));
			case SILENCE_TO_CLIENT -> this.proxies.forEach((proxy) -> proxy.silence(Direction.TO_CLIENT));
			case WITHHOLD_ANSWERS -> this.proxies.forEach(FaultProxy::withholdAnswers);
			case DROP_LARGE -> this.proxies.forEach((proxy) -> proxy.dropLargerThan(SMALL));
			case HALF_OPEN -> {
				this.forgotten = open();
				this.proxies.forEach(FaultProxy::halfOpen);
			}
			case DELAY -> this.proxies.forEach((proxy) -> proxy.delay(DELAY));
			default -> throw new IllegalArgumentException(action.toString());
		}
	}

	void restore() {
		this.proxies.forEach(FaultProxy::restore);
	}

	@Override
	public void close() {
		this.proxies.forEach(FaultProxy::close);
	}

}
