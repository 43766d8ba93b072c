package io.github.mesosdiscovery.zookeeper;

import java.util.List;

import org.apache.zookeeper.client.ZKClientConfig;
import org.apache.zookeeper.common.ClientX509Util;
import org.jspecify.annotations.Nullable;

/**
 * Tells one client of ZooKeeper to speak TLS, and with what. What system properties say
 * of stores counts for other clients; what they say of the verification of host names,
 * revocation and FIPS counts here as well.
 */
final class TlsClientConfig extends ZKClientConfig {

	private static final String SOCKET = "org.apache.zookeeper.ClientCnxnSocketNetty";

	/** The client's socket cannot even be loaded without these. */
	private static final List<String> NETTY = List.of("io.netty.handler.ssl.SslContextBuilder",
			"io.netty.channel.epoll.Epoll");

	private static final String KEYS;

	private static final String KEYS_PASSWORD;

	private static final String KEYS_TYPE;

	private static final String TRUST;

	private static final String TRUST_PASSWORD;

	private static final String TRUST_TYPE;

	private static final String PROTOCOLS;

	private static final String CIPHERS;

	private static final List<String> PASSWORD_FILES;

	static {
		try (ClientX509Util names = new ClientX509Util()) {
			KEYS = names.getSslKeystoreLocationProperty();
			KEYS_PASSWORD = names.getSslKeystorePasswdProperty();
			KEYS_TYPE = names.getSslKeystoreTypeProperty();
			TRUST = names.getSslTruststoreLocationProperty();
			TRUST_PASSWORD = names.getSslTruststorePasswdProperty();
			TRUST_TYPE = names.getSslTruststoreTypeProperty();
			PROTOCOLS = names.getSslEnabledProtocolsProperty();
			CIPHERS = names.getSslCipherSuitesProperty();
			PASSWORD_FILES = List.of(names.getSslKeystorePasswdPathProperty(),
					names.getSslTruststorePasswdPathProperty());
		}
	}

	private final TlsFiles files;

	TlsClientConfig(TlsFiles files) {
		this.files = files;
		setProperty(SECURE_CLIENT, "true");
		setProperty(ZOOKEEPER_CLIENT_CNXN_SOCKET, SOCKET);
		setProperty(KEYS_TYPE, TlsMaterial.TYPE);
		setProperty(TRUST_TYPE, TlsMaterial.TYPE);
		PASSWORD_FILES.forEach((file) -> setProperty(file, ""));
	}

	/**
	 * Check that the class path has what TLS needs.
	 * @throws IllegalStateException if it has not
	 */
	static void checkClassPath(ClassLoader classLoader) {
		for (String name : NETTY) {
			try {
				Class.forName(name, false, classLoader);
			}
			catch (ClassNotFoundException | LinkageError ex) {
				throw new IllegalStateException("TLS to ZooKeeper needs io.netty:netty-handler and "
						+ "io.netty:netty-transport-classes-epoll, and the class path has no " + name, ex);
			}
		}
	}

	/** Whether ZooKeeper's own configuration leaves the check of host names on. */
	static boolean verifiesHostNames(ZKClientConfig config) {
		try (ClientX509Util util = new ClientX509Util()) {
			return util.isServerHostnameVerificationEnabled(config);
		}
	}

	/** Asked by the client at each attempt. */
	@Override
	@SuppressWarnings("NullAway")
	public @Nullable String getProperty(String key) {
		TlsFiles files = this.files;
		if (files == null || !key.startsWith("zookeeper.ssl.")) {
			return super.getProperty(key);
		}
		if (key.equals(KEYS)) {
			return files.keys();
		}
		if (key.equals(TRUST)) {
			return files.trust();
		}
		if (key.equals(KEYS_PASSWORD) || key.equals(TRUST_PASSWORD)) {
			return files.password();
		}
		if (key.equals(PROTOCOLS)) {
			return String.join(",", files.material().protocols());
		}
		if (key.equals(CIPHERS) && !files.material().ciphers().isEmpty()) {
			return String.join(",", files.material().ciphers());
		}
		return super.getProperty(key);
	}

	@Override
	public String getProperty(String key, String defaultValue) {
		String value = getProperty(key);
		return (value != null) ? value : defaultValue;
	}

}
