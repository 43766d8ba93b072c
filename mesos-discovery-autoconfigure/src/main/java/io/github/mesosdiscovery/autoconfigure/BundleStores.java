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
 * Stores of SSL bundles. An established connection was authenticated and stays when its
 * bundle is updated. The next one uses the updated bundle.
 */
final class BundleStores {

	private BundleStores() {
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
			of(bundles.getBundle(name));
			bundles.addBundleUpdateHandler(name, (updated) -> {
				// The bundle is requested again for each connection.
			});
			return () -> of(bundles.getBundle(name));
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

	static TlsStores of(SslBundle bundle) {
		SslStoreBundle stores = bundle.getStores();
		String password = bundle.getKey().getPassword();
		SslOptions options = bundle.getOptions();
		return new TlsStores(stores.getKeyStore(), (password != null) ? password : stores.getKeyStorePassword(),
				bundle.getKey().getAlias(), stores.getTrustStore(), list(options.getEnabledProtocols()),
				list(options.getCiphers()));
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
