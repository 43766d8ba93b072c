package io.github.mesosdiscovery.autoconfigure;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import io.github.mesosdiscovery.proto.MasterInfo;
import org.apache.zookeeper.client.ZKClientConfig;
import org.apache.zookeeper.server.quorum.MultipleAddresses;
import org.apache.zookeeper.server.quorum.QuorumPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeHint;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MesosDiscoveryRuntimeHints}.
 */
class MesosDiscoveryRuntimeHintsTests {

	private final RuntimeHints hints = hints(getClass().getClassLoader());

	@Test
	void isRegistered() {
		assertThat(SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class)).hasAtLeastOneElementOfType(MesosDiscoveryRuntimeHints.class);
	}

	@ParameterizedTest
	@MethodSource("messages")
	void methodsOfMessages(Class<?> type) {
		assertThat(Stream.of(type.getMethods()).filter((method) -> isOf(type, method))).isNotEmpty()
			.allMatch((method) -> RuntimeHintsPredicates.reflection().onMethodInvocation(method).test(this.hints));
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.apache.zookeeper.ClientCnxnSocketNIO", "org.apache.zookeeper.ClientCnxnSocketNetty" })
	void socketsOfZooKeeper(String name) throws Exception {
		assertThat(RuntimeHintsPredicates.reflection()
			.onConstructorInvocation(Class.forName(name).getDeclaredConstructor(ZKClientConfig.class)))
			.accepts(this.hints);
	}

	@Test
	void typesForTheVersionDetectionOfCurator() throws Exception {
		assertThat(RuntimeHintsPredicates.reflection()
			.onMethodInvocation(MultipleAddresses.class.getMethod("getReachableOrOne"))).accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection().onFieldAccess(QuorumPeer.QuorumServer.class.getField("addr")))
			.accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(TypeReference.of("org.apache.zookeeper.AddWatchMode")))
			.accepts(this.hints);
	}

	@ParameterizedTest
	@ValueSource(strings = { "io.netty.handler.ssl.SslContextBuilder", "io.netty.channel.epoll.Epoll" })
	void typesForTls(String name) {
		assertThat(RuntimeHintsPredicates.reflection().onType(TypeReference.of(name))).accepts(this.hints);
	}

	@ParameterizedTest
	@ValueSource(strings = { "sun.security.provider.ConfigFile", "org.apache.zookeeper.server.auth.DigestLoginModule",
			"com.sun.security.auth.module.Krb5LoginModule", "com.sun.security.sasl.digest.FactoryImpl",
			"com.sun.security.sasl.gsskerb.FactoryImpl" })
	void typesForSasl(String name) throws Exception {
		assertThat(RuntimeHintsPredicates.reflection().onConstructorInvocation(Class.forName(name).getConstructor()))
			.accepts(this.hints);
	}

	@Test
	void everyHintIsConditional() {
		assertThat(this.hints.reflection().typeHints()).extracting(TypeHint::getReachableType)
			.isNotEmpty()
			.doesNotContainNull();
	}

	@Test
	void noTypesForTlsWithoutNetty() {
		RuntimeHints hints = hints(new FilteredClassLoader("io.netty"));
		assertThat(RuntimeHintsPredicates.reflection().onType(TypeReference.of("io.netty.channel.epoll.Epoll")))
			.rejects(hints);
	}

	private static RuntimeHints hints(ClassLoader classLoader) {
		RuntimeHints hints = new RuntimeHints();
		new MesosDiscoveryRuntimeHints().registerHints(hints, classLoader);
		return hints;
	}

	/** All that the file of messages describes, each with its builder. */
	static List<Class<?>> messages() {
		return MasterInfo.getDescriptor()
			.getFile()
			.getMessageTypes()
			.stream()
			.flatMap((message) -> classes(message, "io.github.mesosdiscovery.proto."))
			.toList();
	}

	private static Stream<Class<?>> classes(Descriptor message, String before) {
		String name = before + message.getName();
		Stream<Class<?>> enums = message.getEnumTypes()
			.stream()
			.map(EnumDescriptor::getName)
			.map((type) -> type(name + "$" + type));
		Stream<Class<?>> nested = message.getNestedTypes().stream().flatMap((type) -> classes(type, name + "$"));
		return Stream.of(Stream.of(type(name), type(name + "$Builder")), enums, nested).flatMap((types) -> types);
	}

	private static Class<?> type(String name) {
		try {
			return Class.forName(name);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean isOf(Class<?> type, Method method) {
		return method.getDeclaringClass() == type;
	}

}
