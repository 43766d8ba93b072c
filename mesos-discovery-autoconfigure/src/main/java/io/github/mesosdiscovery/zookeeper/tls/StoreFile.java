package io.github.mesosdiscovery.zookeeper.tls;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A temporary PKCS12 file that is the key store and the trust store of ZooKeeper's
 * client. Only its owner can read it, and it is encrypted with a random password that
 * never leaves memory.
 */
final class StoreFile {

	static final String TYPE = "PKCS12";

	/** The id of the process shows who owns a file that was left behind. */
	private static final String PREFIX = "mesos-discovery-" + ProcessHandle.current().pid() + "-";

	private final String password = UUID.randomUUID().toString();

	private @Nullable File file;

	private boolean closed;

	String password() {
		return this.password;
	}

	synchronized boolean exists() {
		return this.file != null;
	}

	/**
	 * Write the file.
	 * @param stores the stores to copy
	 * @return the path of the file
	 */
	synchronized String write(TlsStores stores) throws GeneralSecurityException, IOException {
		delete();
		if (this.closed) {
			throw new IllegalStateException("The client was closed");
		}
		KeyStore content = KeyStore.getInstance(TYPE);
		content.load(null, null);
		copyKeys(stores, content);
		copyCertificates(stores.trustStore(), content);
		File written = Files.createTempFile(PREFIX, ".p12").toFile();
		this.file = written;
		try (OutputStream out = new FileOutputStream(written)) {
			content.store(out, this.password.toCharArray());
		}
		return written.getPath();
	}

	synchronized void delete() {
		if (this.file != null && !this.file.delete()) {
			this.file.deleteOnExit();
		}
		this.file = null;
	}

	synchronized void close() {
		this.closed = true;
		delete();
	}

	private void copyKeys(TlsStores stores, KeyStore content) throws GeneralSecurityException {
		KeyStore given = stores.keyStore();
		if (given == null) {
			return;
		}
		char[] keyPassword = (stores.keyPassword() != null) ? stores.keyPassword().toCharArray() : null;
		for (String alias : Collections.list(given.aliases())) {
			boolean wanted = stores.keyAlias() == null || alias.equals(stores.keyAlias());
			Key key = (wanted && given.isKeyEntry(alias)) ? given.getKey(alias, keyPassword) : null;
			if (key != null) {
				content.setKeyEntry("key " + alias, key, this.password.toCharArray(), given.getCertificateChain(alias));
			}
		}
		if (content.size() == 0) {
			throw new GeneralSecurityException("The key store has no private key"
					+ ((stores.keyAlias() != null) ? " of the configured alias" : ""));
		}
	}

	private static void copyCertificates(@Nullable KeyStore given, KeyStore content) throws GeneralSecurityException {
		if (given == null) {
			return;
		}
		int keys = content.size();
		for (String alias : Collections.list(given.aliases())) {
			// For an entry with a key, this is the first certificate of its chain.
			Certificate certificate = given.getCertificate(alias);
			if (certificate != null) {
				content.setCertificateEntry("trusted " + alias, certificate);
			}
		}
		if (content.size() == keys) {
			throw new GeneralSecurityException("The trust store has no certificate");
		}
	}

}
