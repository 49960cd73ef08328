"""Transforms sam-template.yaml by SAM's own translator and creates the stack in moto; tells what came to be.

Fails where the template does not transform, where the stack does not come to be, or where a resource is missing that
moto knows how to make. Needs aws-sam-translator, moto and boto3.
"""

import collections
import json
import logging
import os
import pathlib
import sys
import warnings

os.environ.update(AWS_DEFAULT_REGION="eu-central-1", AWS_ACCESS_KEY_ID="x", AWS_SECRET_ACCESS_KEY="x")

import boto3
from moto import mock_aws
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

# moto 5.2 makes nothing of these in a stack
NOT_IN_MOTO = {
    "AWS::ApiGatewayV2::Api",
    "AWS::ApiGatewayV2::Stage",
    "AWS::CE::AnomalyMonitor",
    "AWS::CE::AnomalySubscription",
    "AWS::CloudWatch::Alarm",
    "AWS::Lambda::Alias",
    "AWS::Lambda::Permission",
    "AWS::Lambda::Version",
    "AWS::Logs::MetricFilter",
    "AWS::S3::BucketPolicy",
    "AWS::SNS::Subscription",
    "AWS::SNS::TopicPolicy",
    "AWS::Scheduler::Schedule",
}
ARTIFACTS = "artifacts"
root = pathlib.Path(__file__).resolve().parent.parent


def transformed():
    template = yaml_parse((root / "sam-template.yaml").read_text())
    for resource in template["Resources"].values():
        for key in ("CodeUri", "DefinitionUri"):
            if key in resource.get("Properties", {}):
                resource["Properties"][key] = {"Bucket": ARTIFACTS, "Key": resource["Properties"][key]}
    made = Translator({}, Parser()).translate(template, {})
    made = json.loads(json.dumps(made).replace('FunctionAliaslive"}', 'Function"}'))  # moto has no aliases in stacks
    del made["Resources"]["Overview"], made["Outputs"]["Overview"]  # it names the alarms' ARNs, and moto's have none
    return made


def main():
    logging.disable(logging.WARNING)
    warnings.simplefilter("ignore")
    template = transformed()
    with mock_aws():
        s3 = boto3.client("s3")
        s3.create_bucket(Bucket=ARTIFACTS, CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
        for resource in template["Resources"].values():
            properties = resource.get("Properties", {})
            if resource["Type"] == "AWS::Lambda::Function":
                s3.put_object(Bucket=ARTIFACTS, Key=properties["Code"]["S3Key"], Body=b"")
            if resource["Type"] == "AWS::StepFunctions::StateMachine":
                key = properties["DefinitionS3Location"]["Key"]
                s3.put_object(Bucket=ARTIFACTS, Key=key, Body=(root / key).read_bytes())
        stacks = boto3.client("cloudformation")
        stacks.create_stack(
            StackName="svodka",
            TemplateBody=json.dumps(template),
            Capabilities=["CAPABILITY_IAM"],
            Parameters=[
                {"ParameterKey": "AlarmEmail", "ParameterValue": "a@example.com"},
                {"ParameterKey": "CostAnomalyDollars", "ParameterValue": "20"},
            ],
        )
        status = stacks.describe_stacks(StackName="svodka")["Stacks"][0]["StackStatus"]
        made = {
            entry["LogicalResourceId"]
            for entry in stacks.describe_stack_resources(StackName="svodka")["StackResources"]
            if entry.get("PhysicalResourceId")
        }
    missing = collections.Counter(
        resource["Type"] for name, resource in template["Resources"].items() if name not in made
    )
    print(f"{status}: {len(made)} of {len(template['Resources'])} resources; moto made none of {dict(missing)}")
    unexpected = set(missing) - NOT_IN_MOTO
    if status != "CREATE_COMPLETE" or unexpected:
        sys.exit(f"{status}, not made: {sorted(unexpected)}")


main()
