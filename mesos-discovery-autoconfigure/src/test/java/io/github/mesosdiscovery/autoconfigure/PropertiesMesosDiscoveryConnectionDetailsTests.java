package io.github.mesosdiscovery.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PropertiesMesosDiscoveryConnectionDetails}.
 */
class PropertiesMesosDiscoveryConnectionDetailsTests {

	private static final String MAIN = "mesos.discovery";

	private static final String ZK = MAIN + ".zk";

	private static final String URL = "zk://a/mesos";

	private final Map<String, Object> properties = new LinkedHashMap<>();

	private final DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();

	@Test
	void theMainClusterHasADefault() {
		assertThat(create().getMechanism()).isEqualTo("zk://localhost:2181/mesos");
	}

	@Test
	void noDefaultBesideAnotherCluster() {
		this.properties.put(MAIN + ".clusters.east.zk", URL);
		assertThatExceptionOfType(InvalidMesosConfigurationException.class).isThrownBy(this::create)
			.withMessage("Property mesos.discovery.zk is wrong: it is not set; only the main cluster has a default, and"
					+ " only while no cluster is configured. For example: mesos.discovery.zk=zk://localhost:2181/mesos");
	}

	@ParameterizedTest
	@CsvSource({ "' zk://a/mesos ',, mesos.discovery.zk", ", zk://a/mesos, mesos.discovery.zk.url",
			"'', zk://a/mesos, mesos.discovery.zk.url", "zk://a/mesos, zk://a/mesos, mesos.discovery.zk" })
	void theUrlComesFromEitherProperty(String value, String url, String property) {
		set(ZK, value);
		set(ZK + ".url", url);
		PropertiesMesosDiscoveryConnectionDetails details = create();
		assertThat(details.getMechanism()).isEqualTo("zk://a/mesos");
		assertThat(details.urlProperty()).isEqualTo(property);
	}

	@Test
	void anEmptyUrlIsNotTheDefault() {
		set(ZK, "");
		assertThat(create().getMechanism()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ ",", "'', ''" })
	void noCredentials(String username, String password) {
		credentials(username, password, URL);
		assertThat(create().getUsername()).isNull();
		assertThat(create().getPassword()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "zk://a/mesos", "'zk://app: p:w @a/mesos'" })
	void credentialsBesideTheUrl(String url) {
		credentials("app", " p:w ", url);
		assertThat(create().getUsername()).isEqualTo("app");
		assertThat(create().getPassword()).isEqualTo(" p:w ");
		assertThat(create().toString()).doesNotContain("p:w");
	}

	@ParameterizedTest
	@CsvSource({ ",, false, false", "true,, true, false", "false,, false, true", "false, zk, false, true",
			", zk, true, false", "'', '', false, false" })
	void tls(String enabled, String bundle, boolean tls, boolean plaintext) {
		this.bundles.registerBundle("zk", SslBundle.of(SslStoreBundle.NONE));
		set(ZK + ".ssl.enabled", enabled);
		set(ZK + ".ssl.bundle", bundle);
		assertThat(create().getSslBundle() != null).isEqualTo(tls);
		assertThat(create().isPlaintext()).isEqualTo(plaintext);
	}

	@Test
	void anUpdatedBundleIsUsed() {
		SslBundle updated = SslBundle.of(SslStoreBundle.NONE);
		this.bundles.registerBundle("zk", SslBundle.of(SslStoreBundle.NONE));
		set(ZK + ".ssl.bundle", "zk");
		PropertiesMesosDiscoveryConnectionDetails details = create();
		assertThat(details.getSslBundle()).isNotSameAs(updated);
		Logger logger = (Logger) LoggerFactory.getLogger(DefaultSslBundleRegistry.class);
		ListAppender<ILoggingEvent> appender = new ListAppender<>();
		appender.start();
		logger.setLevel(Level.WARN);
		logger.addAppender(appender);
		this.bundles.updateBundle("zk", updated);
		logger.detachAppender(appender);
		logger.setLevel(null);
		assertThat(details.getSslBundle()).isSameAs(updated);
		assertThat(appender.list).noneMatch((event) -> event.getLevel() == Level.WARN);
	}

	private void credentials(String username, String password, String url) {
		set(ZK, url);
		set(ZK + ".username", username);
		set(ZK + ".password", password);
	}

	private void set(String property, String value) {
		if (value != null) {
			this.properties.put(property, value);
		}
	}

	private PropertiesMesosDiscoveryConnectionDetails create() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("test", this.properties));
		MesosDiscoveryProperties bound = Binder.get(environment, new ValueBindHandler(BindHandler.DEFAULT))
			.bindOrCreate(MAIN, Bindable.of(MesosDiscoveryProperties.class));
		SslBundles all = this.bundles;
		return PropertiesMesosDiscoveryConnectionDetails.of(MAIN, bound.zk(), environment, all);
	}

}
