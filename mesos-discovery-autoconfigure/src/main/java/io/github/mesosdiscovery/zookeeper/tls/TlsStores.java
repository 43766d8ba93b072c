package io.github.mesosdiscovery.zookeeper.tls;

import java.security.KeyStore;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Key store, trust store and options of TLS connections to ZooKeeper. The password is not
 * part of the text form.
 *
 * @param keyStore the private key and the certificates of this client, or {@code null}
 * for a client without a certificate
 * @param keyPassword the password of the private key, or {@code null} for none
 * @param keyAlias the entry of the key store to use, or {@code null} for whichever the
 * server accepts
 * @param trustStore the certificates of trusted issuers, or {@code null} for those that
 * this Java runtime trusts
 * @param protocols the versions of TLS to offer, or an empty list for 1.3 and 1.2
 * @param ciphers the cipher suites to offer, or an empty list for ZooKeeper's default
 */
public record TlsStores(@Nullable KeyStore keyStore, @Nullable String keyPassword, @Nullable String keyAlias,
		@Nullable KeyStore trustStore, List<String> protocols, List<String> ciphers) {

	/**
	 * The issuers that this Java runtime trusts, and no certificate of this client.
	 */
	public static final TlsStores DEFAULT = new TlsStores(null, null, null);

	/**
	 * Create new stores.
	 */
	public TlsStores {
		protocols = List.copyOf(protocols);
		ciphers = List.copyOf(ciphers);
	}

	/**
	 * Create stores with default options.
	 * @param keyStore the private key and the certificates of this client, or
	 * {@code null}
	 * @param keyPassword the password of the private key, or {@code null}
	 * @param trustStore the certificates of trusted issuers, or {@code null} for those
	 * that this Java runtime trusts
	 */
	public TlsStores(@Nullable KeyStore keyStore, @Nullable String keyPassword, @Nullable KeyStore trustStore) {
		this(keyStore, keyPassword, null, trustStore, List.of(), List.of());
	}

	@Override
	public String toString() {
		return "TlsStores[keyStore=" + (this.keyStore != null) + ", trustStore=" + (this.trustStore != null) + "]";
	}

}
