package io.github.mesosdiscovery.zookeeper;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.mesosdiscovery.OwnClassLoader;
import org.apache.zookeeper.client.ZKClientConfig;
import org.apache.zookeeper.common.ClientX509Util;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SystemPropertiesClientConfig}.
 */
class SystemPropertiesClientConfigTests {

	private final Map<String, String> before = new HashMap<>();

	@AfterEach
	void restore() {
		this.before.forEach((name, value) -> {
			if (value.isEmpty()) {
				System.clearProperty(name);
			}
			else {
				System.setProperty(name, value);
			}
		});
	}

	@Test
	void readsTheSamePropertiesAsTheSuperclass() throws Exception {
		List<String> names = names();
		assertThat(names).contains("zookeeper.sasl.client", "zookeeper.clientCnxnSocket", "zookeeper.client.secure",
				"zookeeper.request.timeout", "jute.maxbuffer", "zookeeper.kinit", "zookeeper.fips-mode",
				"zookeeper.ssl.keyStore.location");
		assertThat(values(new SystemPropertiesClientConfig(), names)).isEqualTo(values(new ZKClientConfig(), names));
		names.forEach((name) -> set(name, "value of " + name));
		assertThat(values(new SystemPropertiesClientConfig(), names)).isEqualTo(values(new ZKClientConfig(), names))
			.hasSameSizeAs(names);
	}

	@Test
	void ignoresOtherProperties() {
		set("zoo.keeper", "value");
		assertThat(new SystemPropertiesClientConfig().getProperty("zoo.keeper")).isNull();
	}

	@Test
	void doesNotInitializeTheDefaultTlsContext() throws Exception {
		try (OwnClassLoader loader = new OwnClassLoader((name) -> true)) {
			Constructor<?> constructor = loader.loadClass(SystemPropertiesClientConfig.class.getName())
				.getDeclaredConstructor();
			constructor.setAccessible(true);
			constructor.newInstance();
			assertThat(loader.loaded()).contains(ZKClientConfig.class.getName())
				.doesNotContain("javax.net.ssl.SSLContext");
		}
	}

	private void set(String name, String value) {
		this.before.putIfAbsent(name, System.getProperty(name, ""));
		System.setProperty(name, value);
	}

	/** The properties of the client, those of later versions included. */
	private static List<String> names() throws IllegalAccessException {
		List<String> names = new ArrayList<>();
		for (Field field : ZKClientConfig.class.getFields()) {
			if (Modifier.isStatic(field.getModifiers()) && field.get(null) instanceof String text
					&& text.indexOf('.') > 0) {
				names.add(text);
			}
		}
		try (ClientX509Util tls = new ClientX509Util()) {
			names.addAll(List.of(tls.getSslKeystoreLocationProperty(), tls.getSslKeystorePasswdProperty(),
					tls.getSslTruststoreLocationProperty(), tls.getSslTruststoreTypeProperty(),
					tls.getSslProtocolProperty(), tls.getSslCipherSuitesProperty(),
					tls.getSslHostnameVerificationEnabledProperty(), tls.getSslCrlEnabledProperty(),
					tls.getFipsModeProperty()));
		}
		return names;
	}

	private static Map<String, String> values(ZKClientConfig config, List<String> names) {
		Map<String, String> values = new HashMap<>();
		for (String name : names) {
			String value = config.getProperty(name);
			if (value != null) {
				values.put(name, value);
			}
		}
		return values;
	}

}
