package io.github.mesosdiscovery.autoconfigure;

import java.util.List;
import java.util.function.Supplier;

import io.github.mesosdiscovery.zookeeper.tls.TlsStores;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.SslStoreBundle;

/**
 * What an SSL bundle holds, as of now. A connection that stands has been authenticated
 * and is left alone when the bundle changes; the next one takes the new content.
 */
final class BundleStores implements Supplier<TlsStores> {

	private volatile SslBundle bundle;

	private BundleStores(SslBundle bundle) {
		this.bundle = bundle;
	}

	static BundleStores of(SslBundle bundle) {
		return new BundleStores(bundle);
	}

	/**
	 * Find the stores to connect with.
	 * @param property the name of the property that names the bundle
	 * @param name the name of the bundle, or {@code null} for what the Java runtime
	 * trusts
	 * @param bundles all bundles, or {@code null} when there are none
	 * @return the stores
	 * @throws InvalidMesosPropertyException if there is no such bundle, or it cannot be
	 * used
	 */
	static Supplier<TlsStores> of(String property, @Nullable String name, @Nullable SslBundles bundles) {
		if (name == null) {
			return () -> TlsStores.DEFAULT;
		}
		try {
			if (bundles == null) {
				throw new NoSuchSslBundleException(name, "no bundles");
			}
			BundleStores stores = new BundleStores(bundles.getBundle(name));
			bundles.addBundleUpdateHandler(name, stores::update);
			stores.get();
			return stores;
		}
		catch (NoSuchSslBundleException ex) {
			List<String> names = (bundles != null) ? bundles.getBundleNames() : List.of();
			throw new InvalidMesosPropertyException(property, "no SSL bundle has this name; " + (names.isEmpty()
					? "there are none. Define it below 'spring.ssl.bundle'" : "known are: " + String.join(", ", names)),
					property + "=" + (names.isEmpty() ? "zookeeper" : names.get(0)));
		}
		catch (RuntimeException ex) {
			throw new InvalidMesosPropertyException(property, "the SSL bundle cannot be used: " + reason(ex),
					property + "=zookeeper");
		}
	}

	@Override
	public TlsStores get() {
		SslBundle current = this.bundle;
		SslStoreBundle stores = current.getStores();
		String password = current.getKey().getPassword();
		SslOptions options = current.getOptions();
		return new TlsStores(stores.getKeyStore(), (password != null) ? password : stores.getKeyStorePassword(),
				current.getKey().getAlias(), stores.getTrustStore(), list(options.getEnabledProtocols()),
				list(options.getCiphers()));
	}

	private void update(SslBundle updated) {
		this.bundle = updated;
	}

	private static List<String> list(String @Nullable [] values) {
		return (values != null) ? List.of(values) : List.of();
	}

	/**
	 * Not the message of just any exception: it can repeat what was taken for the name of
	 * a file and is a key.
	 */
	static String reason(RuntimeException ex) {
		String reason = ex.getClass().getSimpleName();
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			reason = switch (cause.getClass().getSimpleName()) {
				case "UnrecoverableKeyException" -> "a password of it is wrong";
				case "FileNotFoundException", "NoSuchFileException" -> "a file of it does not exist";
				default -> reason;
			};
		}
		return reason;
	}

}
