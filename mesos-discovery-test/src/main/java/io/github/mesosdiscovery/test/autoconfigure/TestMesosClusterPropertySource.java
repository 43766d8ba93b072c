package io.github.mesosdiscovery.test.autoconfigure;

import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.util.StringUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * Says where the masters of a cluster are, which starts when that is first asked for. It
 * speaks neither TLS nor SASL, so that an application which does otherwise need not be
 * told.
 */
final class TestMesosClusterPropertySource extends EnumerablePropertySource<Map<String, Supplier<?>>> {

	private static final String ZK = "mesos.discovery.zk";

	/**
	 * Create a new source.
	 * @param mechanism asked once for the mechanism string of the cluster
	 */
	TestMesosClusterPropertySource(Supplier<String> mechanism) {
		this(SingletonSupplier.of(mechanism));
	}

	private TestMesosClusterPropertySource(SingletonSupplier<String> mechanism) {
		// Both spellings: an application can have set either, and they must not differ.
		super("testMesosCluster", Map.of(ZK, mechanism, ZK + ".url", mechanism, ZK + ".ssl.enabled", () -> false,
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
