package io.github.mesosdiscovery.autoconfigure;

import java.util.List;
import java.util.function.Consumer;

import org.apache.zookeeper.client.ZKClientConfig;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Applies all customizers of the ZooKeeper client.
 *
 * @param customizers the customizers in their order
 */
record ClientCustomizers(List<MesosZooKeeperClientCustomizer> customizers) implements Consumer<ZKClientConfig> {

	static ClientCustomizers of(ObjectProvider<MesosZooKeeperClientCustomizer> beans) {
		return new ClientCustomizers(beans.orderedStream().toList());
	}

	/**
	 * Try them, so that a mistake is not first found by the thread that connects.
	 */
	void check() {
		// Without any, nothing of ZooKeeper is loaded on the thread that starts.
		if (!this.customizers.isEmpty()) {
			accept(new ZKClientConfig());
		}
	}

	@Override
	public void accept(ZKClientConfig config) {
		for (MesosZooKeeperClientCustomizer customizer : this.customizers) {
			try {
				customizer.customize(config);
			}
			catch (RuntimeException ex) {
				throw InvalidMesosConfigurationException.ofBean(MesosZooKeeperClientCustomizer.class, customizer,
						"it threw " + ex, "Correct what it does with the configuration of ZooKeeper's client", ex);
			}
		}
	}

}
