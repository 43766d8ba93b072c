package io.github.mesosdiscovery.zookeeper;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;

import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.codec.MasterHost;

/**
 * Finds the masters in ZooKeeper and follows their leader.
 */
public final class ZooKeeperMasterLocator implements MesosMasterLocator, AutoCloseable {

	private ZooKeeperMasterLocator() {
	}

	public static Builder builder(String mechanism) {
		throw new UnsupportedOperationException(mechanism);
	}

	public void start() {
		throw new UnsupportedOperationException();
	}

	public boolean isRunning() {
		throw new UnsupportedOperationException();
	}

	@Override
	public void close() {
		throw new UnsupportedOperationException();
	}

	@Override
	public MasterSnapshot snapshot() {
		throw new UnsupportedOperationException();
	}

	@Override
	public MesosMaster awaitLeader(Duration timeout) throws InterruptedException {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletableFuture<MasterSnapshot> changedFrom(MasterSnapshot seen) {
		throw new UnsupportedOperationException();
	}

	public void addListener(MesosMasterListener listener) {
		throw new UnsupportedOperationException();
	}

	public void removeListener(MesosMasterListener listener) {
		throw new UnsupportedOperationException();
	}

	public static final class Builder {

		public Builder credentials(String username, String password) {
			return this;
		}

		public Builder sessionTimeout(Duration sessionTimeout) {
			return this;
		}

		public Builder resyncInterval(Duration resyncInterval) {
			return this;
		}

		public Builder labels(Collection<String> labels) {
			return this;
		}

		public Builder scheme(String scheme) {
			return this;
		}

		public Builder host(MasterHost host) {
			return this;
		}

		public Builder name(String name) {
			return this;
		}

		public Builder listener(MesosMasterListener listener) {
			return this;
		}

		public ZooKeeperMasterLocator build() {
			return new ZooKeeperMasterLocator();
		}

	}

}
