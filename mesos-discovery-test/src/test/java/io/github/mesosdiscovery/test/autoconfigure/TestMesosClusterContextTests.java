package io.github.mesosdiscovery.test.autoconfigure;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.github.mesosdiscovery.test.TestMesosCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for the life of a cluster in a cached context.
 */
@Timeout(60)
class TestMesosClusterContextTests {

	private static final AtomicReference<TestMesosCluster> failed = new AtomicReference<>();

	private static final AtomicInteger mastersAtTheEnd = new AtomicInteger();

	private final Contexts contexts = new Contexts();

	@AfterEach
	void closeContexts() {
		this.contexts.close();
	}

	@Test
	void equalAnnotationsShareAContext() {
		assertThat(this.contexts.of(Same.class)).isSameAs(this.contexts.of(First.class));
		assertThat(this.contexts.of(Inherited.class)).isSameAs(this.contexts.of(First.class));
		assertThat(this.contexts.of(First.Inner.class)).isSameAs(this.contexts.of(First.class));
		assertThat(this.contexts.of(Composed.class)).isSameAs(this.contexts.of(First.class));
	}

	@Test
	void differentAnnotationsHaveDifferentClusters() {
		TestMesosCluster first = this.contexts.cluster(First.class);
		TestMesosCluster other = this.contexts.cluster(First.Other.class);
		assertThat(first.masters()).hasSize(2);
		assertThat(other.masters()).hasSize(1);
		assertThat(other.port()).isNotEqualTo(first.port());
	}

	@Test
	void dirtyContextClosesItsCluster() {
		TestMesosCluster first = this.contexts.cluster(First.class);
		this.contexts.dirty();
		TestMesosCluster second = this.contexts.cluster(First.class);
		assertClosed(first);
		assertThat(second).isNotSameAs(first);
		assertThat(second.masters()).hasSize(2);
	}

	@Test
	void closesAfterTheBeansThatUseIt() {
		mastersAtTheEnd.set(0);
		this.contexts.of(Using.class);
		this.contexts.dirty();
		assertThat(mastersAtTheEnd).hasValue(3);
	}

	@Test
	void failedContextClosesItsCluster() {
		assertThatIllegalStateException().isThrownBy(() -> this.contexts.of(Failing.class));
		assertThat(failed.get()).isNotNull().satisfies(TestMesosClusterContextTests::assertClosed);
	}

	private static void assertClosed(TestMesosCluster cluster) {
		assertThatIllegalStateException().isThrownBy(cluster::startZooKeeper).withMessageContaining("closed");
	}

	@ContextConfiguration(classes = Config.class)
	@AutoConfigureTestMesosCluster(masters = 2)
	static class First {

		@Nested
		class Inner {

		}

		@Nested
		@AutoConfigureTestMesosCluster(masters = 1)
		class Other {

		}

	}

	@ContextConfiguration(classes = Config.class)
	@AutoConfigureTestMesosCluster(masters = 2, path = "/mesos")
	static class Same {

	}

	static class Inherited extends First {

	}

	@Retention(RetentionPolicy.RUNTIME)
	@ContextConfiguration(classes = Config.class)
	@AutoConfigureTestMesosCluster(masters = 2)
	@interface MesosTest {

	}

	@MesosTest
	static class Composed {

	}

	@ContextConfiguration(classes = User.class)
	@AutoConfigureTestMesosCluster
	static class Using {

	}

	@ContextConfiguration(classes = Failure.class)
	@AutoConfigureTestMesosCluster
	static class Failing {

	}

	@Configuration(proxyBeanMethods = false)
	static class Config {

	}

	@Configuration(proxyBeanMethods = false)
	static class User {

		/** Depends on the property only, like the locator. */
		@Bean
		DisposableBean user(@Value("${mesos.discovery.zk}") String mechanism, Clusters clusters) {
			assertThat(clusters.cluster.mechanism()).isEqualTo(mechanism);
			return () -> mastersAtTheEnd.set(clusters.cluster.masters().size());
		}

		@Bean
		Clusters clusters(TestMesosCluster cluster) {
			return new Clusters(cluster);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Failure {

		@Bean
		Clusters clusters(TestMesosCluster cluster) {
			failed.set(cluster);
			throw new IllegalStateException("This context fails");
		}

	}

	record Clusters(TestMesosCluster cluster) {

	}

}
