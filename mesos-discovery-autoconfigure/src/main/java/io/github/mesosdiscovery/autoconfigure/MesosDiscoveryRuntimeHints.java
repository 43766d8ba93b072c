package io.github.mesosdiscovery.autoconfigure;

import java.util.List;
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
 * What a native image could not find out by itself: the classes that the messages, the
 * clients of ZooKeeper and JAAS reach by reflection. All of them depend on something that
 * is only there where the discovery is used. Spring itself knows of beans, properties and
 * endpoints.
 */
final class MesosDiscoveryRuntimeHints implements RuntimeHintsRegistrar {

	private static final TypeReference CLIENT = TypeReference.of("org.apache.zookeeper.ZooKeeper");

	private static final TypeReference CURATOR = TypeReference.of("org.apache.curator.utils.Compatibility");

	private static final TypeReference TLS = TypeReference.of("io.github.mesosdiscovery.zookeeper.tls.ClientTls");

	private static final TypeReference SASL = TypeReference.of("org.apache.zookeeper.client.ZooKeeperSaslClient");

	/** By name, as ZooKeeper makes them; which of them depends on TLS. */
	private static final List<String> SOCKETS = List.of("org.apache.zookeeper.ClientCnxnSocketNIO",
			"org.apache.zookeeper.ClientCnxnSocketNetty");

	/** Looked for before a client with TLS is made. */
	private static final List<String> NETTY = List.of("io.netty.handler.ssl.SslContextBuilder",
			"io.netty.channel.epoll.Epoll");

	/** The JAAS configuration, what it names, and what the login then speaks. */
	private static final List<String> LOGIN = List.of("sun.security.provider.ConfigFile",
			"org.apache.zookeeper.server.auth.DigestLoginModule", "com.sun.security.auth.module.Krb5LoginModule",
			"com.sun.security.sasl.digest.FactoryImpl", "com.sun.security.sasl.gsskerb.FactoryImpl");

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		ReflectionHints reflection = hints.reflection();
		Stream.of(MasterInfo.class, Address.class, DomainInfo.class).forEach((type) -> message(reflection, type));
		SOCKETS.forEach((name) -> reflection.registerTypeIfPresent(classLoader, name,
				(type) -> type.onReachableType(CLIENT)
					.withConstructor(List.of(TypeReference.of("org.apache.zookeeper.client.ZKClientConfig")),
							ExecutableMode.INVOKE)));
		NETTY.forEach(
				(name) -> reflection.registerTypeIfPresent(classLoader, name, (type) -> type.onReachableType(TLS)));
		LOGIN.forEach((name) -> reflection.registerTypeIfPresent(classLoader, name,
				(type) -> type.onReachableType(SASL).withMembers(MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS)));
		curator(reflection, classLoader);
	}

	/** Curator finds out with which version of ZooKeeper it works. */
	private static void curator(ReflectionHints reflection, @Nullable ClassLoader classLoader) {
		reflection.registerTypeIfPresent(classLoader, "org.apache.zookeeper.AddWatchMode",
				(type) -> type.onReachableType(CURATOR));
		reflection.registerTypeIfPresent(classLoader, "org.apache.zookeeper.server.quorum.MultipleAddresses",
				(type) -> type.onReachableType(CURATOR)
					.withMethod("getReachableOrOne", List.of(), ExecutableMode.INVOKE));
		reflection.registerTypeIfPresent(classLoader, "org.apache.zookeeper.server.quorum.QuorumPeer$QuorumServer",
				(type) -> type.onReachableType(CURATOR).withField("addr"));
	}

	/**
	 * What protobuf prints, compares or merges by a descriptor it gets through the
	 * methods of the message.
	 */
	private static void message(ReflectionHints reflection, Class<?> type) {
		if (Message.class.isAssignableFrom(type) || Message.Builder.class.isAssignableFrom(type)
				|| ProtocolMessageEnum.class.isAssignableFrom(type)) {
			reflection.registerType(type, MesosDiscoveryRuntimeHints::methods);
			Stream.of(type.getDeclaredClasses()).forEach((nested) -> message(reflection, nested));
		}
	}

	private static void methods(TypeHint.Builder type) {
		type.onReachableType(TypeReference.of(MasterInfo.class)).withMembers(MemberCategory.INVOKE_PUBLIC_METHODS);
	}

}
