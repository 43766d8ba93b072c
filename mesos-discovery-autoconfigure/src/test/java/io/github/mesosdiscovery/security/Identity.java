package io.github.mesosdiscovery.security;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;

/**
 * A private key, its certificate and the one that issued it.
 *
 * @param key the private key
 * @param certificate the certificate
 * @param issuer the certificate of the authority
 */
public record Identity(PrivateKey key, X509Certificate certificate, X509Certificate issuer) {

	public KeyStore keyStore(String type, String password) {
		try {
			KeyStore store = KeyStore.getInstance(type);
			store.load(null, null);
			store.setKeyEntry("server", this.key, password.toCharArray(), new Certificate[] { this.certificate });
			return store;
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String certificatePem() {
		return pem(this.certificate);
	}

	String keyPem() {
		return pem("PRIVATE KEY", this.key.getEncoded());
	}

	static String pem(X509Certificate certificate) {
		try {
			return pem("CERTIFICATE", certificate.getEncoded());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static Path write(KeyStore store, Path file, String password) {
		try (OutputStream out = Files.newOutputStream(file)) {
			store.store(out, password.toCharArray());
			return file;
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String pem(String what, byte[] content) {
		return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content)
				+ "\n-----END " + what + "-----\n";
	}

}
