package io.github.mesosdiscovery.zookeeper;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.apache.zookeeper.client.HostProvider;
import org.apache.zookeeper.client.ZKClientConfig;
import org.jspecify.annotations.Nullable;

/**
 * The TLS side of one client, from its making to its end.
 */
final class TlsClient implements AutoCloseable {

	private final TlsFiles files;

	private final ZKClientConfig config;

	private final TlsProbe probe;

	TlsClient(String name, Supplier<TlsStores> stores, Consumer<@Nullable String> obstacle) {
		this.files = new TlsFiles(stores);
		this.config = new TlsClientConfig(this.files);
		this.probe = new TlsProbe(name + "-tls-probe", stores, TlsClientConfig.verifiesHostNames(this.config),
				obstacle);
	}

	ZKClientConfig config() {
		return this.config;
	}

	HostProvider servers(String servers) {
		return new AttemptedServers(servers, this.files::forget, this.probe::examine);
	}

	@Override
	public void close() {
		this.probe.close();
		this.files.close();
	}

}
