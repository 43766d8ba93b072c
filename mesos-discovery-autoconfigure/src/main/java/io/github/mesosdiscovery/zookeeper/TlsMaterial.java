package io.github.mesosdiscovery.zookeeper;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Copies of {@link TlsStores} that are locked with one password of our own, and hold what
 * a connection needs and no more.
 */
final class TlsMaterial {

	static final String TYPE = "PKCS12";

	private static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

	private final KeyStore keys;

	private final @Nullable KeyStore trust;

	private final List<String> protocols;

	private final List<String> ciphers;

	private TlsMaterial(KeyStore keys, @Nullable KeyStore trust, List<String> protocols, List<String> ciphers) {
		this.keys = keys;
		this.trust = trust;
		this.protocols = protocols;
		this.ciphers = ciphers;
	}

	static TlsMaterial of(TlsStores stores, char[] password) throws GeneralSecurityException, IOException {
		KeyStore trust = (stores.trustStore() != null) ? trust(stores.trustStore()) : null;
		// The client's default is 1.3 alone, which a server on Java 8 may not speak.
		return new TlsMaterial(keys(stores, password), trust,
				stores.protocols().isEmpty() ? PROTOCOLS : stores.protocols(), stores.ciphers());
	}

	/** Never {@code null}: the client warns at each attempt when there is none. */
	KeyStore keys() {
		return this.keys;
	}

	@Nullable KeyStore trust() {
		return this.trust;
	}

	List<String> protocols() {
		return this.protocols;
	}

	List<String> ciphers() {
		return this.ciphers;
	}

	private static KeyStore keys(TlsStores stores, char[] password) throws GeneralSecurityException, IOException {
		KeyStore copy = empty();
		KeyStore given = stores.keyStore();
		if (given == null) {
			return copy;
		}
		char[] keyPassword = (stores.keyPassword() != null) ? stores.keyPassword().toCharArray() : null;
		for (String alias : Collections.list(given.aliases())) {
			boolean wanted = stores.keyAlias() == null || alias.equals(stores.keyAlias());
			Key key = (wanted && given.isKeyEntry(alias)) ? given.getKey(alias, keyPassword) : null;
			if (key != null) {
				copy.setKeyEntry(alias, key, password, given.getCertificateChain(alias));
			}
		}
		if (copy.size() == 0) {
			throw new GeneralSecurityException(
					(stores.keyAlias() != null) ? "The key store has no private key of the alias that was given"
							: "The key store has no private key");
		}
		return copy;
	}

	private static KeyStore trust(KeyStore given) throws GeneralSecurityException, IOException {
		KeyStore copy = empty();
		for (String alias : Collections.list(given.aliases())) {
			// Of an entry with a key, Java trusts the first certificate.
			Certificate certificate = given.getCertificate(alias);
			if (certificate != null) {
				copy.setCertificateEntry(alias, certificate);
			}
		}
		if (copy.size() == 0) {
			throw new GeneralSecurityException("The trust store has no certificate");
		}
		return copy;
	}

	private static KeyStore empty() throws GeneralSecurityException, IOException {
		KeyStore store = KeyStore.getInstance(TYPE);
		store.load(null, null);
		return store;
	}

}
