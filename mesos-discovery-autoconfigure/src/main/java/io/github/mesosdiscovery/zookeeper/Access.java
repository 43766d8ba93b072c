package io.github.mesosdiscovery.zookeeper;

import org.jspecify.annotations.Nullable;

/**
 * What keeps this client out, apart from the network.
 *
 * @param saslRequired whether nothing is to be read without a SASL login
 * @param anonymous whether the last SASL login failed and ZooKeeper is asked without
 * @param refusal how the last handle failed to authenticate, or {@code null}
 * @param obstacle why no TLS connection comes about, or {@code null}
 * @param fault what keeps the children from being read though nothing is refused, or
 * {@code null}
 */
record Access(boolean saslRequired, boolean anonymous, @Nullable String refusal, @Nullable String obstacle,
		@Nullable String fault) {

	static final String NO_LOGIN = "SASL is required, and there is no JAAS section to log in with. Name the file that"
			+ " has it in java.security.auth.login.config; the section is Client, unless zookeeper.sasl.clientconfig"
			+ " names another";

	static final String LOGIN_FAILED = "SASL is required, and the login failed before ZooKeeper was asked. Check the"
			+ " JAAS section, the key tab and the KDC; the ZooKeeper client has logged the reason";

	static final String BROKEN_OFF = "the server closed the connection during the SASL login, as old ones do when"
			+ " they refuse it. Check user and password in the JAAS section";

	static final String DEMANDED = "the server answers only clients that have authenticated, and this one has not."
			+ " Name the file with the JAAS section Client in java.security.auth.login.config, or give the credentials"
			+ " of a scheme that the server accepts";

	static Access of(boolean saslRequired) {
		return new Access(saslRequired, false, null, null, null);
	}

	boolean isBarred() {
		return this.refusal != null || this.obstacle != null || this.fault != null;
	}

	/**
	 * Set or clear the refusal, and clear the fault.
	 */
	Access refuse(@Nullable String refusal) {
		return new Access(this.saslRequired, this.anonymous, refusal, this.obstacle, null);
	}

	Access hinder(@Nullable String obstacle) {
		return new Access(this.saslRequired, this.anonymous, this.refusal, obstacle, this.fault);
	}

	Access fail(String fault) {
		return new Access(this.saslRequired, this.anonymous, null, this.obstacle, fault);
	}

	Access login(boolean done) {
		return new Access(this.saslRequired, !done, this.refusal, this.obstacle, this.fault);
	}

}
