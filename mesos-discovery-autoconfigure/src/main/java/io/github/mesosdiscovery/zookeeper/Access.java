package io.github.mesosdiscovery.zookeeper;

import org.jspecify.annotations.Nullable;

/**
 * What keeps this client out, apart from the network.
 *
 * @param saslRequired whether nothing is to be read without a SASL login
 * @param anonymous whether the last SASL login failed and ZooKeeper is asked without
 * @param refusal how the last handle failed to authenticate, or {@code null}
 * @param obstacle why no TLS connection comes about, or {@code null}
 */
record Access(boolean saslRequired, boolean anonymous, @Nullable String refusal, @Nullable String obstacle) {

	static final String NO_LOGIN = "SASL is required, and there is no JAAS section to log in with. Name the file that"
			+ " has it in java.security.auth.login.config; the section is Client, unless zookeeper.sasl.clientconfig"
			+ " names another";

	static final String LOGIN_FAILED = "SASL is required, and the login failed before ZooKeeper was asked. Check the"
			+ " JAAS section, the key tab and the KDC; the ZooKeeper client has logged the reason";

	static final String BROKEN_OFF = "the server closed the connection during the SASL login, as old ones do when"
			+ " they refuse it. Check user and password in the JAAS section";

	static Access of(boolean saslRequired) {
		return new Access(saslRequired, false, null, null);
	}

	boolean isBarred() {
		return this.refusal != null || this.obstacle != null;
	}

	Access refuse(@Nullable String refusal) {
		return new Access(this.saslRequired, this.anonymous, refusal, this.obstacle);
	}

	Access hinder(@Nullable String obstacle) {
		return new Access(this.saslRequired, this.anonymous, this.refusal, obstacle);
	}

	Access login(boolean done) {
		return new Access(this.saslRequired, !done, this.refusal, this.obstacle);
	}

}
