package io.github.mesosdiscovery.zookeeper;

import org.jspecify.annotations.Nullable;

/**
 * What keeps this client out, apart from the network.
 *
 * @param refusal how ZooKeeper refused the credentials to the last handle, or
 * {@code null}
 * @param obstacle why no TLS connection comes about, or {@code null}
 */
record Access(@Nullable String refusal, @Nullable String obstacle) {

	static final Access OPEN = new Access(null, null);

	boolean isBarred() {
		return this.refusal != null || this.obstacle != null;
	}

	Access refuse(@Nullable String refusal) {
		return new Access(refusal, this.obstacle);
	}

	Access hinder(@Nullable String obstacle) {
		return new Access(this.refusal, obstacle);
	}

	/** A view was accepted. */
	Access grant() {
		return new Access(null, this.obstacle);
	}

}
