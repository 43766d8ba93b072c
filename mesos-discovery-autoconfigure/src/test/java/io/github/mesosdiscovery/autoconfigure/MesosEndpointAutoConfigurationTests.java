package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.FakeMasterLocator;
import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.actuate.endpoint.MesosEndpoint;
import io.github.mesosdiscovery.actuate.endpoint.MesosEndpointWebExtension;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link MesosEndpointAutoConfiguration}.
 */
class MesosEndpointAutoConfigurationTests {

	private final FakeMasterLocator locator = new FakeMasterLocator(Masters.connected(Masters.master(1)));

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MesosEndpointAutoConfiguration.class));

	private final ApplicationContextRunner exposed = this.contextRunner
		.withBean("a", MesosMasterLocator.class, () -> this.locator)
		.withPropertyValues("management.endpoints.web.exposure.include=mesos");

	@Test
	void showsTheUsersLocator() {
		this.exposed.run((context) -> assertThat(context.getBean(MesosEndpoint.class).masters().masters()).hasSize(1));
	}

	@Test
	void noneWhenNotExposed() {
		this.exposed.withPropertyValues("management.endpoints.web.exposure.include=health")
			.run((context) -> assertThat(context).doesNotHaveBean(MesosEndpoint.class));
	}

	@Test
	void noneWhenAccessIsRefused() {
		this.exposed.withPropertyValues("management.endpoint.mesos.access=NONE")
			.run((context) -> assertThat(context).doesNotHaveBean(MesosEndpoint.class));
	}

	@Test
	void whenExposedOverJmxOnly() {
		this.exposed
			.withPropertyValues("management.endpoints.web.exposure.include=health", "spring.jmx.enabled=true",
					"management.endpoints.jmx.exposure.include=mesos")
			.run((context) -> assertThat(context).hasSingleBean(MesosEndpoint.class));
	}

	@Test
	void noneWithoutLocator() {
		this.contextRunner.withPropertyValues("management.endpoints.web.exposure.include=mesos")
			.run((context) -> assertThat(context).doesNotHaveBean(MesosEndpoint.class));
	}

	@Test
	void onlyByNameWithoutAPrimaryLocator() {
		this.exposed.withBean("b", MesosMasterLocator.class, () -> this.locator).run((context) -> {
			MesosEndpoint endpoint = context.getBean(MesosEndpoint.class);
			assertThat(endpoint.cluster("b").masters()).hasSize(this.locator.masters().size());
			assertThatIllegalArgumentException().isThrownBy(endpoint::masters);
			assertThat(context.getBean(MesosEndpointWebExtension.class).masters().getStatus()).isEqualTo(404);
		});
	}

	@Test
	void noneWhenDiscoveryIsDisabled() {
		this.exposed.withPropertyValues("mesos.discovery.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(MesosEndpoint.class));
	}

	@Test
	void givesWayToTheUsersOwn() {
		MesosEndpoint own = new MesosEndpoint(this.locator);
		this.exposed.withBean("own", MesosEndpoint.class, () -> own)
			.run((context) -> assertThat(context.getBean(MesosEndpoint.class)).isSameAs(own));
	}

}
