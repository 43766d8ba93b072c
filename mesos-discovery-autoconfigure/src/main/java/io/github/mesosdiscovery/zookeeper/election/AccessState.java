package io.github.mesosdiscovery.zookeeper.election;

import org.jspecify.annotations.Nullable;

/**
 * What keeps this client from reading, apart from the network.
 *
 * @param anonymous whether the last SASL login failed and the client reads without
 * @param refusal why the client could not authenticate, or {@code null}
 * @param fault what keeps the children from being read though nothing is refused, or
 * {@code null}
 */
record AccessState(boolean anonymous, @Nullable String refusal, @Nullable String fault) {

	static final String NO_LOGIN = "SASL is required, but there is no JAAS section to log in with. Set the system"
			+ " property java.security.auth.login.config to a file that contains the section Client, or the one that"
			+ " zookeeper.sasl.clientconfig names";

	static final String LOGIN_FAILED = "SASL is required, but the login failed before a connection was established."
			+ " Check the JAAS section, the key tab and the KDC. ZooKeeper's client has logged the reason";

	static final String INTERRUPTED = "the server closed the connection during the SASL login, as old servers do when"
			+ " they reject it. Check user and password in the JAAS section";

	static final String DEMANDED = "the server requires authentication. For SASL, set the system property"
			+ " java.security.auth.login.config to a file that contains the JAAS section Client. Otherwise, set"
			+ " credentials of a scheme that the server accepts";

	static final AccessState OPEN = new AccessState(false, null, null);

	boolean isBarred() {
		return this.refusal != null || this.fault != null;
	}

	AccessState withRefusal(@Nullable String refusal) {
		return new AccessState(this.anonymous, refusal, null);
	}

	AccessState withFault(@Nullable String fault) {
		return new AccessState(this.anonymous, null, fault);
	}

	AccessState withLogin(boolean succeeded) {
		return new AccessState(!succeeded, this.refusal, this.fault);
	}

}
