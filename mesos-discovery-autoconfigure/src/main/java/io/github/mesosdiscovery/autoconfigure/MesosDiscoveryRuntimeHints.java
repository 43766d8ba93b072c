package io.github.mesosdiscovery.autoconfigure;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.google.protobuf.Message;
import com.google.protobuf.ProtocolMessageEnum;
import io.github.mesosdiscovery.proto.Address;
import io.github.mesosdiscovery.proto.DomainInfo;
import io.github.mesosdiscovery.proto.MasterInfo;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeHint;
import org.springframework.aot.hint.TypeReference;

/**
 * {@link RuntimeHintsRegistrar} for what protobuf, ZooKeeper's client, Curator and JAAS
 * access by reflection. Each hint has a condition, so that an application that does not
 * use the locator has none of them.
 */
final class MesosDiscoveryRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		ReflectionHints reflection = hints.reflection();
		Stream.of(MasterInfo.class, Address.class, DomainInfo.class)
			.forEach((type) -> registerMessage(reflection, type));
		register(reflection, classLoader, "org.apache.zookeeper.ZooKeeper",
				(type) -> type.withConstructor(List.of(TypeReference.of("org.apache.zookeeper.client.ZKClientConfig")),
						ExecutableMode.INVOKE),
				"org.apache.zookeeper.ClientCnxnSocketNIO", "org.apache.zookeeper.ClientCnxnSocketNetty");
		register(reflection, classLoader, "io.github.mesosdiscovery.zookeeper.tls.ClientTls", (type) -> {
		}, "io.netty.handler.ssl.SslContextBuilder", "io.netty.channel.epoll.Epoll");
		register(reflection, classLoader, "org.apache.zookeeper.client.ZooKeeperSaslClient",
				(type) -> type.withMembers(MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS),
				"sun.security.provider.ConfigFile", "org.apache.zookeeper.server.auth.DigestLoginModule",
				"com.sun.security.auth.module.Krb5LoginModule", "com.sun.security.sasl.digest.FactoryImpl",
				"com.sun.security.sasl.gsskerb.FactoryImpl");
		registerCurator(reflection, classLoader, "org.apache.curator.utils.Compatibility");
	}

	/** Protobuf prints, compares and merges messages through their methods. */
	private static void registerMessage(ReflectionHints reflection, Class<?> type) {
		if (Message.class.isAssignableFrom(type) || Message.Builder.class.isAssignableFrom(type)
				|| ProtocolMessageEnum.class.isAssignableFrom(type)) {
			reflection.registerType(type, (hint) -> hint.onReachableType(TypeReference.of(MasterInfo.class))
				.withMembers(MemberCategory.INVOKE_PUBLIC_METHODS));
			Stream.of(type.getDeclaredClasses()).forEach((nested) -> registerMessage(reflection, nested));
		}
	}

	/** Curator detects the version of ZooKeeper. */
	private static void registerCurator(ReflectionHints reflection, @Nullable ClassLoader classLoader,
			String reachable) {
		register(reflection, classLoader, reachable, (type) -> {
		}, "org.apache.zookeeper.AddWatchMode");
		register(reflection, classLoader, reachable,
				(type) -> type.withMethod("getReachableOrOne", List.of(), ExecutableMode.INVOKE),
				"org.apache.zookeeper.server.quorum.MultipleAddresses");
		register(reflection, classLoader, reachable, (type) -> type.withField("addr"),
				"org.apache.zookeeper.server.quorum.QuorumPeer$QuorumServer");
	}

	private static void register(ReflectionHints reflection, @Nullable ClassLoader classLoader, String reachable,
			Consumer<TypeHint.Builder> hint, String... types) {
		for (String type : types) {
			reflection.registerTypeIfPresent(classLoader, type,
					(builder) -> hint.accept(builder.onReachableType(TypeReference.of(reachable))));
		}
	}

}
