package io.github.mesosdiscovery.zookeeper;

import java.security.KeyStore;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a TLS connection to ZooKeeper is made with. Its text never shows the password.
 *
 * @param keyStore the private key and the certificates of this client, or {@code null}
 * for a client that shows none
 * @param keyPassword the password of the private key, or {@code null} for none
 * @param keyAlias the entry of the key store to use, or {@code null} for whichever the
 * server accepts
 * @param trustStore the certificates that the server's may be issued by, or {@code null}
 * for those that this Java runtime trusts
 * @param protocols the versions of TLS to offer, or an empty list for 1.3 and 1.2
 * @param ciphers the cipher suites to offer, or an empty list for ZooKeeper's own choice
 */
public record TlsStores(@Nullable KeyStore keyStore, @Nullable String keyPassword, @Nullable String keyAlias,
		@Nullable KeyStore trustStore, List<String> protocols, List<String> ciphers) {

	/**
	 * What this Java runtime trusts, and no certificate of this client.
	 */
	public static final TlsStores DEFAULT = new TlsStores(null, null, null, null, List.of(), List.of());

	/**
	 * Create new stores.
	 */
	public TlsStores {
		protocols = List.copyOf(protocols);
		ciphers = List.copyOf(ciphers);
	}

	/**
	 * Create stores that leave the rest to defaults.
	 * @param keyStore the private key and the certificates of this client, or
	 * {@code null}
	 * @param keyPassword the password of the private key, or {@code null}
	 * @param trustStore what to trust, or {@code null} for what this Java runtime trusts
	 */
	public TlsStores(@Nullable KeyStore keyStore, @Nullable String keyPassword, @Nullable KeyStore trustStore) {
		this(keyStore, keyPassword, null, trustStore, List.of(), List.of());
	}

	@Override
	public String toString() {
		return "TlsStores[keyStore=" + (this.keyStore != null) + ", trustStore=" + (this.trustStore != null) + "]";
	}

}
