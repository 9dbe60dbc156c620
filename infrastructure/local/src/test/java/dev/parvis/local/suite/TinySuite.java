package dev.parvis.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.parvis.local.runtime.TinyFunction;

/** A template with one tiny function in a folder of its own: everything the suite starts, and nothing of Parvis. */
public final class TinySuite {

    private static final String TEMPLATE = """
            Transform: AWS::Serverless-2016-10-31
            Parameters:
              Owner:
                Type: String
              MasterKeyParameter:
                Type: String
                Default: /parvis/master-key
            Resources:
              TinyFunction:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: tiny-lambda.zip
                  Handler: tiny.Tiny
                  MemorySize: 256
                  Timeout: 20
                  Environment:
                    Variables:
                      PARVIS_TABLE: !Ref Table
                      PARVIS_OWNER: !Ref Owner
                  EventInvokeConfig:
                    MaximumRetryAttempts: 1
                  Events:
                    Open:
                      Type: HttpApi
                      Properties:
                        ApiId: !Ref HttpApi
                        Method: POST
                        Path: /open
                        Auth:
                          Authorizer: NONE
                    Guarded:
                      Type: HttpApi
                      Properties:
                        ApiId: !Ref HttpApi
                        Method: POST
                        Path: /guarded
                    Tick:
                      Type: ScheduleV2
                      Properties:
                        ScheduleExpression: rate(1 minute)
                        Input: '{"tick":"tiny","at":"<aws.scheduler.scheduled-time>"}'
                    Woken:
                      Type: EventBridgeRule
                      Properties:
                        EventBusName: !Ref Bus
                        Pattern:
                          source: [parvis]
                          detail-type: [report.requested]
              HttpApi:
                Type: AWS::Serverless::HttpApi
                Properties:
                  Auth:
                    DefaultAuthorizer: Jwt
                    Authorizers:
                      Jwt:
                        JwtConfiguration:
                          issuer: https://issuer.example
                          audience: [parvis]
              Table:
                Type: AWS::DynamoDB::Table
                Properties:
                  AttributeDefinitions:
                    - { AttributeName: pk, AttributeType: S }
                    - { AttributeName: sk, AttributeType: S }
                    - { AttributeName: duePk, AttributeType: S }
                    - { AttributeName: dueSk, AttributeType: S }
                  KeySchema:
                    - { AttributeName: pk, KeyType: HASH }
                    - { AttributeName: sk, KeyType: RANGE }
                  GlobalSecondaryIndexes:
                    - IndexName: Due
                      KeySchema:
                        - { AttributeName: duePk, KeyType: HASH }
                        - { AttributeName: dueSk, KeyType: RANGE }
                      Projection:
                        ProjectionType: KEYS_ONLY
              Bucket:
                Type: AWS::S3::Bucket
                Properties:
                  VersioningConfiguration:
                    Status: Enabled
              Bus:
                Type: AWS::Events::EventBus
                Properties:
                  Name: parvis
            """;

    private TinySuite() {}

    /** Writes template and zip; the template's path. */
    public static Path in(Path folder) throws IOException {
        TinyFunction.zip(folder);
        return Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
    }

    /** The suite over that template, running in this process on free ports, without demo. */
    public static Suite start(Path folder) throws IOException {
        var properties = new java.util.Properties();
        properties.setProperty("parvis.port", "0");
        properties.setProperty("parvis.dir", folder.resolve("data").toString());
        properties.setProperty("parvis.demo", "false");
        properties.setProperty("parvis.retry-millis", "50");
        properties.setProperty("parvis.template", in(folder).toString());
        return Suite.start(
                Settings.of(properties), java.time.InstantSource.system(), line -> {}, dev.parvis.local.pages.Site::of);
    }
}
