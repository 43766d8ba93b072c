package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;

import io.github.mesosdiscovery.MesosMasterListener;
import io.github.mesosdiscovery.zookeeper.ZooKeeperMasterLocator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.IgnoreTopLevelConverterNotFoundBindHandler;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.env.Environment;

/**
 * The properties of a further cluster.
 *
 * @param name the name of the cluster
 * @param keys what is below its prefix
 * @param zk what is below its {@code zk}
 */
record ClusterProperties(String name, MesosClusterProperties keys, MesosZooKeeperProperties zk) {

	static ClusterProperties of(Environment environment, String name) {
		Binder binder = Binder.get(environment, new MesosBindHandler(BindHandler.DEFAULT));
		String prefix = prefix(name);
		MesosClusterProperties keys = binder.bindOrCreate(prefix, MesosClusterProperties.class);
		// The value of zk itself is none of these, as Spring Boot treats it, too.
		MesosZooKeeperProperties zk = binder
			.bind(prefix + ".zk", Bindable.of(MesosZooKeeperProperties.class),
					new MesosBindHandler(new IgnoreTopLevelConverterNotFoundBindHandler()))
			.orElseGet(MesosZooKeeperProperties::new);
		return new ClusterProperties(name, keys, zk);
	}

	ZooKeeperMasterLocator locator(@Nullable SslBundles bundles, ClientCustomizers customizers,
			MesosMasterListener listener) {
		String prefix = prefix(this.name);
		LocatorConnection connection = new PropertiesMesosDiscoveryConnectionDetails(prefix, this.keys, this.zk,
				bundles, false);
		return new LocatorFactory(prefix, this.keys, this.zk,
				() -> connection.builder().name("mesos-discovery-" + this.name), customizers)
			.create(listener);
	}

	Duration waitForLeader() {
		return new PropertyChecks(prefix(this.name)).zeroOrMore("wait-for-leader", this.keys.getWaitForLeader(), "30s");
	}

	private static String prefix(String name) {
		return PropertyChecks.MAIN_PREFIX + ".clusters." + name;
	}

}
