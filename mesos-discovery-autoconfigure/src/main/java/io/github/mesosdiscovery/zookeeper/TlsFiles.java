package io.github.mesosdiscovery.zookeeper;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The stores of one client as files, from the beginning of an attempt to connect to its
 * end.
 * <p>
 * ZooKeeper's client takes its key and trust stores from files and from nothing else: its
 * Netty socket makes the TLS context itself, ignores the supplier that can be configured,
 * and cannot be replaced from outside its package. So what a bundle holds in memory has
 * to be written down. Only the owner can read the files, the key in them is encrypted
 * with a password that was made at random and never leaves memory, and they are gone once
 * the attempt has ended, so that not even a copy taken meanwhile, or left behind by a
 * process that was killed, is of use. In return each attempt takes what the bundle holds
 * at that time.
 */
final class TlsFiles {

	/** With the id of this process, so that a file tells whose it is. */
	private static final String PREFIX = "mesos-discovery-" + ProcessHandle.current().pid() + "-";

	private final Supplier<TlsStores> stores;

	private final String password = randomPassword();

	private @Nullable TlsMaterial material;

	private @Nullable Path keys;

	private @Nullable Path trust;

	private boolean closed;

	TlsFiles(Supplier<TlsStores> stores) {
		this.stores = stores;
	}

	/** Read the stores into memory, as for one attempt. */
	static TlsMaterial read(Supplier<TlsStores> stores, String password) throws GeneralSecurityException, IOException {
		return TlsMaterial.of(stores.get(), password.toCharArray());
	}

	String password() {
		return this.password;
	}

	synchronized TlsMaterial material() {
		TlsMaterial current = this.material;
		if (current != null) {
			return current;
		}
		if (this.closed) {
			throw new IllegalStateException("The client was closed");
		}
		try {
			TlsMaterial read = read(this.stores, this.password);
			this.material = read;
			return read;
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException("The TLS material cannot be used", ex);
		}
	}

	synchronized String keys() {
		Path file = this.keys;
		if (file == null) {
			file = write(material().keys());
			this.keys = file;
		}
		return file.toString();
	}

	synchronized @Nullable String trust() {
		Path file = this.trust;
		KeyStore store = material().trust();
		if (file == null && store != null) {
			file = write(store);
			this.trust = file;
		}
		return (file != null) ? file.toString() : null;
	}

	/** The attempt has ended; the next begins with what the stores are by then. */
	synchronized void forget() {
		this.material = null;
		delete(this.keys);
		this.keys = null;
		delete(this.trust);
		this.trust = null;
	}

	synchronized void close() {
		this.closed = true;
		forget();
	}

	static String randomPassword() {
		byte[] bytes = new byte[32];
		new SecureRandom().nextBytes(bytes);
		return Base64.getEncoder().encodeToString(bytes);
	}

	private Path write(KeyStore store) {
		Path file = null;
		try {
			// Only the owner may read it, from the start.
			file = Files.createTempFile(PREFIX, ".p12");
			try (OutputStream out = Files.newOutputStream(file)) {
				store.store(out, this.password.toCharArray());
			}
			return file;
		}
		catch (GeneralSecurityException | IOException ex) {
			delete(file);
			throw new IllegalStateException("The TLS material cannot be written to the temporary directory", ex);
		}
	}

	private static void delete(@Nullable Path file) {
		try {
			if (file != null) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException ex) {
			file.toFile().deleteOnExit();
		}
	}

}
