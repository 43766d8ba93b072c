package io.github.mesosdiscovery.test.autoconfigure;

import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.util.StringUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * Property source with the URL of a cluster, which starts when the URL is first read. It
 * also disables TLS and SASL, which the cluster does not support.
 */
final class TestMesosClusterPropertySource extends EnumerablePropertySource<Map<String, Supplier<?>>> {

	private static final String ZK = "mesos.discovery.zk";

	/**
	 * Create a new source.
	 * @param url supplies the URL of the cluster, and is called once
	 */
	TestMesosClusterPropertySource(Supplier<String> url) {
		this(SingletonSupplier.of(url));
	}

	private TestMesosClusterPropertySource(SingletonSupplier<String> url) {
		// An application may have set either key, and their values must not differ.
		super("testMesosCluster", Map.of(ZK, url, ZK + ".url", url, ZK + ".ssl.enabled", () -> false,
				ZK + ".sasl.required", () -> false));
	}

	@Override
	public String[] getPropertyNames() {
		return StringUtils.toStringArray(this.source.keySet());
	}

	@Override
	public @Nullable Object getProperty(String name) {
		Supplier<?> value = this.source.get(name);
		return (value != null) ? value.get() : null;
	}

}
